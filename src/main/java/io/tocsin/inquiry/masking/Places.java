package io.tocsin.inquiry.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and postal codes as they are written in Japan, North America and Europe. A town alone is no address. */
final class Places {
    private static final String NUMBER = "[0-9〇一二三四五六七八九十百]";
    private static final String BUILDING = " ?[一-龥ァ-ヶーA-Za-z]{2,14} ?[0-9]{1,4}";
    private static final Pattern JAPANESE = Pattern.compile("(?:[一-龥]{2,3}[都道府県] ?)?"
            + "(?:[一-龥ぁ-んァ-ヶー]{1,6}?[市区町村郡](?![役民立営内長政]) ?){1,3}[一-龥ぁ-んァ-ヶー]{0,8}? ?"
            + "(?:" + NUMBER + "{1,2}条[東西]?)?" + NUMBER + "{1,5}(?:" + "(?:丁目|番地|番|号|-|の)(?:" + NUMBER
            + "{1,5}(?:番地|番|号室|号|-|の|階)?){0,4}(?:" + BUILDING + "(?:号室|号|階)?(?![0-9年月日時個台円]))?"
            + "|" + BUILDING + "(?:号室|号))");
    private static final String STREET =
            "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl"
                    + "|terrace|ter|close|crescent|gardens|square|sq|highway|hwy|parkway|pkwy|circle|cir|mews|row|grove|walk)";
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)(?:\\b(?:flat|apt|apartment|unit|suite) #?[0-9]{1,4}[a-z]?,? )?"
                    + "\\b[0-9]{1,6}[a-z]?(?:-[0-9]{1,4})? (?:[nsew]\\.? )?((?:[a-z0-9][a-z0-9.'-]{0,20} ){1,4}?)"
                    + STREET
                    + "\\b\\.?(?:,? (?:apt|apartment|unit|suite|ste|flat|#|floor)\\.? ?#?[0-9]{1,4}[a-z]?)?"
                    + "(?:,? [a-z.' -]{2,25},? [a-z]{2} [0-9]{5}(?:-[0-9]{4})?\\b)?");
    private static final Pattern NOT_A_STREET = Pattern.compile(
            "(?i)\\b(minutes?|hours?|days?|weeks?|months?|years?|times?|people|of|in|on|to|by|for|and|the|a|an|"
                    + "with|from|at|off|is|was|were|are|km|miles?|meters?|units?|devices?|no|per|that|this|my|your|our|or|"
                    + "dollars|euros?|percent|pcs|am|pm|step|steps|one|same|right|wrong|i|it|so|all|if)\\b");
    private static final Pattern GERMAN = Pattern.compile(
            "\\b[A-ZÄÖÜ][\\p{L}.-]{1,25}?(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring)\\s[0-9]{1,4} ?[a-z]?\\b"
                    + "(?:,? (?:D-)?[0-9]{5} [A-ZÄÖÜ][\\p{L}]{2,20})?");
    private static final Pattern FRENCH =
            Pattern.compile("\\b[0-9]{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée|quai) "
                    + "(?:(?:de|du|des|la|le|les) |de l'|l'|d'){0,2}[\\p{L}'-]{2,25}(?: [A-ZÉ][\\p{L}'-]{2,20}){0,2}"
                    + "(?:,? [0-9]{5} [A-ZÉ][\\p{L}-]{2,20})?");
    private static final Pattern ROMAN_LETTERS = Pattern.compile(
            "(?i)\\b[0-9]{1,3}-[0-9]{1,3}(?:-[0-9]{1,4})?,? [a-z]{2,15}(?:-?(?:cho|machi|dori))?,?(?: [a-z]{2,15}-(?:ku|shi|cho|machi|gun),?)+"
                    + "(?: (?:tokyo|osaka|kyoto|[a-z]{3,12}-(?:ken|fu|to)))?");
    private static final Pattern POST_BOX = Pattern.compile("(?i)\\bp\\.? ?o\\.? box #?[0-9]{1,6}\\b");

    private static final Pattern JAPANESE_CODE =
            Pattern.compile("(?<![0-9-])(?:〒 ?)?[0-9]{3}-[0-9]{4}(?![0-9]|-[0-9])");
    private static final Pattern MARKED_JAPANESE_CODE = Pattern.compile("(?:〒|郵便番号は?:?) ?([0-9]{7})(?![0-9])");
    private static final Pattern BRITISH_CODE =
            Pattern.compile("\\b(?i:(?:[a-pr-uwyz][a-hk-y]?[0-9][0-9a-hjkmnp-y]?) [0-9][abd-hjlnp-uw-z]{2})\\b");
    private static final Pattern ZIP = Pattern.compile(
            "(?i)\\bzip(?: ?code)?(?: is|:| =)? ?([0-9]{5}(?:-[0-9]{4})?)\\b|(?<=, ?[A-Z]{2} )[0-9]{5}(?:-[0-9]{4})?\\b");

    private Places() {}

    static List<Finding> find(String text, String language) {
        List<Finding> found = new ArrayList<>();
        add(found, Kind.ADDRESS, JAPANESE, text);
        english(found, text);
        add(found, Kind.ADDRESS, GERMAN, text);
        add(found, Kind.ADDRESS, FRENCH, text);
        add(found, Kind.ADDRESS, ROMAN_LETTERS, text);
        add(found, Kind.ADDRESS, POST_BOX, text);
        codes(found, JAPANESE_CODE, text);
        codes(found, MARKED_JAPANESE_CODE, text);
        codes(found, BRITISH_CODE, text);
        codes(found, ZIP, text);
        return found;
    }

    private static void english(List<Finding> found, String text) {
        Matcher matcher = ENGLISH.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            if (NOT_A_STREET.matcher(matcher.group(1)).find()) {
                from = matcher.start() + 1;
            } else {
                found.add(new Finding(Kind.ADDRESS, matcher.start(), matcher.end()));
                from = matcher.end();
            }
        }
    }

    private static void add(List<Finding> found, Kind kind, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Finding(kind, matcher.start(), matcher.end()));
        }
    }

    private static void codes(List<Finding> found, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!Context.isOfAThing(text, matcher.start())) {
                int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
                found.add(new Finding(Kind.POSTAL_CODE, matcher.start(group), matcher.end(group)));
            }
        }
    }
}
