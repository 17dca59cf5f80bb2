package io.tocsin.inquiry.masking;

import io.tocsin.audience.NameForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full names of people on the lists, whoever types them. First names and family names alone are words like others and
 * stay: on a list of 100,000 every one of them stands.
 */
final class Listed {
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}'’.-]*");
    private static final Pattern GAP = Pattern.compile("[ ,]{1,3}");
    private static final int FURTHEST = 3;
    private static final int SHORTEST_SMALL = 7;

    private static final Pattern KANJI = Pattern.compile("[\\u3400-\\u9fff々〆ヶヵ]{3,}");
    private static final Pattern KANJI_APART =
            Pattern.compile("(?<![\\u3400-\\u9fff々])([\\u3400-\\u9fff々ヶヵ]{1,3}) ([\\u3400-\\u9fff々ぁ-ゖァ-ヶー]{1,5})");
    private static final Pattern KANJI_WITH_KANA =
            Pattern.compile("(?=([\\u3400-\\u9fff々ヶヵ]{1,3}(?:[ぁ-ゖ]{2,4}|[ァ-ヶー]{2,4})))");
    private static final Pattern KANA =
            Pattern.compile("(?<![ァ-ヶー])[ァ-ヶー]{2,7}[ ・][ァ-ヶー]{2,7}(?![ァ-ヶー])|(?<![ァ-ヶー])[ァ-ヶー]{5,12}(?![ァ-ヶー])"
                    + "|(?<![ぁ-ゖー])[ぁ-ゖー]{2,7} [ぁ-ゖー]{2,7}");
    private static final int LONGEST_KANJI = 6;

    /** Words that are names as well; in small letters they are words. */
    private static final Set<String> WORDS = Set.of(
            "able", "about", "after", "all", "also", "and", "any", "april", "are", "art", "august", "back", "baker",
            "ball", "bank", "battery", "bell", "best", "big", "bill", "bird", "black", "bond", "book", "both", "brown",
            "bush", "but", "call", "can", "care", "carter", "case", "chance", "charger", "church", "clean", "cook",
            "cool", "cross", "dan", "day", "dean", "did", "drew", "early", "east", "english", "faith", "farmer",
            "field", "fire", "flower", "for", "forest", "fox", "frank", "free", "french", "friend", "from", "gay",
            "gene", "get", "gift", "good", "grace", "grant", "gray", "green", "guy", "hall", "hand", "hard", "has",
            "have", "head", "heart", "her", "high", "hill", "him", "his", "hold", "home", "hope", "house", "how",
            "hunter", "jack", "jean", "joy", "july", "june", "just", "king", "knight", "know", "land", "last", "law",
            "little", "lock", "long", "love", "low", "major", "mark", "market", "mason", "may", "mike", "miles",
            "miller", "mine", "moon", "more", "new", "noble", "not", "now", "old", "one", "our", "page", "park",
            "parker", "pat", "penny", "pepper", "phone", "pool", "post", "price", "put", "ray", "reach", "read", "rich",
            "rob", "rock", "rose", "ruby", "sharp", "she", "ship", "short", "should", "small", "smart", "snow",
            "spring", "star", "stone", "store", "street", "strong", "sue", "summer", "sunny", "sweet", "swift",
            "taylor", "tell", "that", "the", "their", "them", "they", "this", "tom", "tree", "turn", "victor", "wait",
            "walker", "want", "ward", "was", "waters", "way", "weaver", "well", "west", "what", "when", "where",
            "white", "who", "will", "wise", "with", "wolf", "wood", "woods", "work", "would", "yard", "you", "young",
            "your");

    private Listed() {}

    /** @param listed those of some forms that are on the lists */
    static List<Finding> find(String text, Function<Set<String>, Set<String>> listed) {
        Map<Finding, String> possible = new LinkedHashMap<>();
        latin(text, possible);
        japanese(text, possible);
        if (possible.isEmpty()) {
            return List.of();
        }
        Set<String> known = listed.apply(new HashSet<>(possible.values()));
        return possible.entrySet().stream()
                .filter(e -> known.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Word(String text, int start, int end) {
        boolean isCapital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean isAlsoAWord() {
            return WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Pairs of words with at most two others between, all on one line of one sentence. */
    private static void latin(String text, Map<Finding, String> possible) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String plain = word.group().replaceFirst("(?:['’]s|[.'’-]+)$", "");
            words.add(new Word(plain, word.start(), word.start() + plain.length()));
        }
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < Math.min(words.size(), i + 1 + FURTHEST); j++) {
                String gap = text.substring(words.get(j - 1).end(), words.get(j).start());
                if (!GAP.matcher(gap).matches()
                        && !(gap.equals(". ") && words.get(j - 1).text().length() == 1)) {
                    break;
                }
                if (mayBeAName(words.get(i), words.get(j), j - i)) {
                    possible.put(
                            new Finding(
                                    Kind.NAME,
                                    words.get(i).start(),
                                    words.get(j).end()),
                            NameForm.pair(words.get(i).text(), words.get(j).text()));
                }
            }
        }
    }

    private static boolean mayBeAName(Word first, Word last, int apart) {
        if (first.text().length() < 2 || last.text().length() < 2) {
            return false;
        }
        if (first.isCapital() && last.isCapital()) {
            return !first.isAlsoAWord() || !last.isAlsoAWord();
        }
        return apart == 1
                && first.text().length() + last.text().length() >= SHORTEST_SMALL
                && !first.isAlsoAWord()
                && !last.isAlsoAWord();
    }

    private static void japanese(String text, Map<Finding, String> possible) {
        Matcher kanji = KANJI.matcher(text);
        while (kanji.find()) {
            for (int start = kanji.start(); start <= kanji.end() - 3; start++) {
                for (int end = start + 3; end <= Math.min(kanji.end(), start + LONGEST_KANJI); end++) {
                    put(text, start, end, possible);
                }
            }
        }
        Matcher mixed = KANJI_WITH_KANA.matcher(text);
        while (mixed.find()) {
            int kana = mixed.start(1);
            while (text.charAt(kana) >= '\u3400' && text.charAt(kana) <= '\u9fff' || text.charAt(kana) == '々') {
                kana++;
            }
            for (int end = kana + 2; end <= mixed.end(1); end++) {
                put(text, mixed.start(1), end, possible);
            }
        }
        for (Pattern pattern : List.of(KANJI_APART, KANA)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                put(text, matcher.start(), matcher.end(), possible);
                for (int end = matcher.end() - 1; pattern == KANJI_APART && end > matcher.start(2); end--) {
                    put(text, matcher.start(), end, possible);
                }
            }
        }
    }

    private static void put(String text, int start, int end, Map<Finding, String> possible) {
        possible.put(new Finding(Kind.NAME, start, end), NameForm.joined(text.substring(start, end)));
    }
}
