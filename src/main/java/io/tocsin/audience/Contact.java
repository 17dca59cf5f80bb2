package io.tocsin.audience;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** A way to reach somebody, as it is looked up: a number in E.164 or an e-mail address in small letters. */
public sealed interface Contact {
    String value();

    static Contact phone(String e164) {
        return new Phone(e164);
    }

    static Contact email(String address) {
        return new Email(address);
    }

    /** All ways to reach a person, the phone first. */
    static java.util.List<Contact> of(RecipientPhone phone, String email) {
        return java.util.stream.Stream.concat(
                        Optional.ofNullable(phone).map(p -> phone(p.e164())).stream(),
                        Optional.ofNullable(email).map(Contact::email).stream())
                .toList();
    }

    record Phone(String value) implements Contact {
        public Phone {
            if (!value.matches("\\+[1-9][0-9]{3,14}")) {
                throw new IllegalArgumentException("not a number in E.164");
            }
        }

        @Override
        public String toString() {
            return "a phone number";
        }
    }

    record Email(String value) implements Contact {
        public Email {
            value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "an e-mail address";
        }
    }
}
