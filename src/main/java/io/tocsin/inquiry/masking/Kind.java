package io.tocsin.inquiry.masking;

import io.tocsin.platform.Phrase;

/** Kinds of personal data that can be told from the text. The earlier one wins where two lie over each other. */
public enum Kind {
    EMAIL(Phrase.of("e-mail address", "メールアドレス")),
    CARD(Phrase.of("card number", "カード番号")),
    MY_NUMBER(Phrase.of("My Number", "マイナンバー")),
    PHONE(Phrase.of("phone number", "電話番号")),
    ADDRESS(Phrase.of("address", "住所")),
    POSTAL_CODE(Phrase.of("postal code", "郵便番号")),
    NAME(Phrase.of("name", "氏名"));

    private final Phrase words;

    Kind(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }

    /** What stands in the text instead. */
    String mark(String language) {
        return "[" + words.in(language) + "]";
    }
}
