package io.tocsin.audience;

import io.tocsin.platform.Phrase;

/** Why a row, or a value of it, could not be used. */
enum Remark {
    NO_CONTACT(Phrase.of("No phone number, e-mail address or postal address", "電話番号・メールアドレス・住所のいずれもない")),
    PHONE_INVALID(Phrase.of("The phone number does not exist in this form", "電話番号の形式が正しくない")),
    PHONE_CUT(Phrase.of(
            "A spreadsheet cut the phone number down (like 9.01E+09): format the column as text and export again",
            "表計算ソフトが電話番号を丸めている（9.01E+09 など）。列を文字列形式にして書き出し直してください")),
    EMAIL_INVALID(Phrase.of("The e-mail address is not one", "メールアドレスの形式が正しくない")),
    MORE_CELLS_THAN_COLUMNS(Phrase.of(
            "More cells than columns: a delimiter stands in a value without quotation marks",
            "列数より値が多い（引用符で囲まれていない値に区切り文字が含まれている可能性）")),
    TOO_LONG(Phrase.of("A value is too long to be true: a quotation mark may be missing", "値が長すぎる（引用符の欠落の可能性）")),
    ROWS_SWALLOWED(Phrase.of(
            "A quotation mark is opened and not closed: this cell has swallowed the rows after it. Correct it and"
                    + " import again",
            "引用符が閉じられておらず、後続の行がこのセルに取り込まれている。修正して再度取り込んでください")),
    COUNTRY_UNKNOWN(Phrase.of("The country is not known; the list's default was taken", "国名が不明のため、リストの既定値を使用")),
    LANGUAGE_UNKNOWN(Phrase.of("The language is not known; the most likely was taken", "言語が不明のため、推定した言語を使用")),
    ZONE_UNKNOWN(Phrase.of("The time zone is not known; it was taken from place or number", "タイムゾーンが不明のため、地域や番号から推定")),
    QUANTITY_INVALID(Phrase.of("The quantity is not a whole number above zero; 1 was taken", "数量が1以上の整数でないため、1 とした")),
    UNREADABLE_CHARACTERS(
            Phrase.of("A value is not readable in the file's encoding and was left out", "文字コードの異常で読み取れない値を除いた")),
    NOT_STORABLE(Phrase.of("The row could not be stored; give ops the line number", "この行は保存できなかった（行番号を運用担当者に伝えてください）"));

    private final Phrase words;

    Remark(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }
}
