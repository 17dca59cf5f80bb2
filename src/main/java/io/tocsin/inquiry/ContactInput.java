package io.tocsin.inquiry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.tocsin.audience.Contact;
import io.tocsin.center.Centers;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads how a person can be reached, as it is typed. */
@ApplicationScoped
public class ContactInput {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final Centers centers;

    ContactInput(Centers centers) {
        this.centers = centers;
    }

    /**
     * The phone where both are given.
     *
     * @return null where neither is given
     * @throws io.tocsin.platform.ProblemException {@code contact-invalid} where one is given that is none
     */
    public Contact read(UUID centerId, String phone, String email) {
        List<Violation> wrong = new ArrayList<>();
        Contact byPhone = isGiven(phone) ? phone(phone, centers.get(centerId).country(), wrong) : null;
        Contact byEmail = isGiven(email) ? email(email, wrong) : null;
        if (!wrong.isEmpty()) {
            throw Problem.invalid(
                    "contact-invalid", Phrase.of("We could not reach you this way.", "ご連絡先をご確認ください。"), wrong);
        }
        return byPhone != null ? byPhone : byEmail;
    }

    /** The e-mail address where a phone is given as well; else null. Read what was given first: that tells what is wrong. */
    public Contact other(String phone, String email) {
        return isGiven(phone) && isGiven(email) ? email(email, new ArrayList<>()) : null;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static Contact phone(String typed, String country, List<Violation> wrong) {
        try {
            PhoneNumber number = NUMBERS.parse(Normalizer.normalize(typed, Normalizer.Form.NFKC), country);
            if (NUMBERS.isValidNumber(number)) {
                return Contact.phone(NUMBERS.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException e) {
            // said below, in the same words as for a number that nobody can have
        }
        wrong.add(Violation.of(
                "phone", "This is no telephone number. Write it with its area code.", "電話番号を市外局番から正しく入力してください。"));
        return null;
    }

    private static Contact email(String typed, List<Violation> wrong) {
        String address = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        if (address.length() <= 254 && address.matches("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;]+\\.[^@\\s<>\",;.]{2,}")) {
            return Contact.email(address);
        }
        wrong.add(Violation.of("email", "This is no e-mail address.", "メールアドレスを正しく入力してください。"));
        return null;
    }
}
