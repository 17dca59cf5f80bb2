package io.tocsin.inquiry.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words before a number say of it: an order number is not a telephone number, however it looks. */
final class Context {
    private static final int BEFORE = 28;
    private static final Pattern THING = Pattern.compile(
            "(?i)(serial|s/n|\\bsn\\b|model|order|invoice|lot\\b|batch|part|tracking|parcel|imei|isbn|jan\\b|ean\\b|"
                    + "barcode|case|ticket|reference|\\bref\\b|receipt|version|firmware|article|item|\\bsku\\b|policy|booking"
                    + "|confirmation|recall n|contract|"
                    + "製造番号|製番|シリアル|型番|型式|品番|注文|受注|伝票|追跡|問い合わせ番号|問合せ番号|受付番号|管理番号|ロット|"
                    + "領収|レシート|バーコード|商品番号|商品コード|契約番号|保証書|会員番号|お客様番号|請求書|リコール番号|届出番号|バージョン|整理番号)");
    private static final Pattern PERSON = Pattern.compile(
            "(?i)(phone|\\btel\\b|tel[.:]|mobile|\\bcell|call (me|us|him|her|my)|call back|callback|reach me|reach (him|her)"
                    + "|text me|whatsapp|fax|\\bzip\\b|postcode|postal|my number|電話|携帯|連絡先|ＴＥＬ|TEL|℡|折り返し|ファックス|郵便|〒|"
                    + "マイナンバー|個人番号|住所)");

    private Context() {}

    /** Whether the nearest word before says that this is the number of a thing. */
    static boolean isOfAThing(String text, int start) {
        String before = before(text, start);
        return last(THING, before) > last(PERSON, before);
    }

    static boolean isOfAPerson(String text, int start) {
        String before = before(text, start);
        return last(PERSON, before) > last(THING, before);
    }

    /** Only as far as the sentence goes. */
    private static String before(String text, int start) {
        String near = text.substring(Math.max(0, start - BEFORE), start);
        int cut = Math.max(Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')), near.lastIndexOf(". "));
        return near.substring(cut + 1);
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }
}
