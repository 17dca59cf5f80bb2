package io.tocsin.audience;

import io.tocsin.platform.Phrase;

/** What a column is taken as, in plain words. */
final class TargetWords {
    private TargetWords() {}

    static Phrase of(ColumnTarget.Kind kind) {
        return switch (kind) {
            case IGNORE -> Phrase.of("Leave it out", "取り込まない");
            case NAME -> Phrase.of("Name", "氏名");
            case PHONE -> Phrase.of("Phone number", "電話番号");
            case EMAIL -> Phrase.of("E-mail address", "メールアドレス");
            case CUSTOMER_NUMBER -> Phrase.of("Customer number", "顧客番号");
            case ADDRESS -> Phrase.of("Postal address", "住所");
            case POSTAL_CODE -> Phrase.of("Postal code", "郵便番号");
            case COUNTRY -> Phrase.of("Country", "国");
            case REGION -> Phrase.of("State, prefecture or region", "都道府県・地域");
            case LANGUAGE -> Phrase.of("Language", "言語");
            case ZONE -> Phrase.of("Time zone", "タイムゾーン");
            case MODEL -> Phrase.of("Model or product", "型番・製品");
            case SERIAL -> Phrase.of("Serial number", "製造番号");
            case LOT -> Phrase.of("Lot", "ロット");
            case QUANTITY -> Phrase.of("Quantity", "数量");
            case ITEM -> Phrase.of("Something else about the item, named…", "製品のその他の項目（名前を入力）");
            case ATTRIBUTE ->
                Phrase.of("Something about the person that tells nobody who it is, named…", "個人を特定しないその他の項目（名前を入力）");
            case PERSONAL -> Phrase.of("Something personal, kept encrypted, named…", "個人情報として暗号化する項目（名前を入力）");
        };
    }
}
