package io.tocsin.inquiry.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what a mail program puts below an answer: the message that is answered, and those before it. */
final class Quoted {
    /** A line that nobody writes by hand; all from there on is history. */
    private static final Pattern RULE = Pattern.compile("(?i)\\s*(?:-{2,}|_{5,}|＿{3,})\\s*"
            + "(?:original message|forwarded message|reply message|original appointment|ursprüngliche nachricht|message d'origine"
            + "|元のメッセージ|転送メッセージ|返信元メッセージ|オリジナルメッセージ|original)?\\s*(?:-{2,}|_{5,})?\\s*");

    private static final Pattern INTRODUCTION = Pattern.compile("(?i)\\s*(?:"
            + "on .{6,120}wrote ?:|le .{6,120}a écrit ?:|am .{6,120}schrieb.{0,80}:"
            + "|[0-9]{4}[年/.-] ?[0-9]{1,2}[月/.-] ?[0-9]{1,2}日?.{0,120}(?:[:：]|のメール|書きました.?|wrote ?[:：])"
            + "|.{0,80}さんは書きました.?|.{1,80}のメッセージ[:：])\\s*");

    private static final Pattern HEADER =
            Pattern.compile("(?i)\\s*\\*?(?:from|sent|to|subject|date|差出人|送信日時|送信元|宛先|件名|日時)\\*? ?[:：].*");
    private static final Pattern ADDRESS_CUT = Pattern.compile("(?i)\\s*on .{6,120}");

    private Quoted() {}

    /** @return what is the writer's own; what was quoted in between, line by line, goes as well */
    static String cut(String text) {
        List<String> own = new ArrayList<>();
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (isEnd(lines, i)) {
                break;
            }
            String line = lines[i];
            if (!line.startsWith(">") && !line.startsWith("＞")) {
                own.add(line.stripTrailing());
            }
        }
        String kept = String.join("\n", own).replaceAll("\n{3,}", "\n\n").strip();
        return kept;
    }

    private static boolean isEnd(String[] lines, int i) {
        String line = lines[i];
        if (line.equals("-- ") || INTRODUCTION.matcher(line).matches()) {
            return true;
        }
        String next = i + 1 < lines.length ? lines[i + 1] : "";
        if (ADDRESS_CUT.matcher(line).matches()
                && INTRODUCTION.matcher(line + " " + next.strip()).matches()) {
            return true;
        }
        if (RULE.matcher(line).matches() && line.strip().length() > 4) {
            return line.strip().matches(".*\\p{L}.*") || areHeaders(lines, i + 1);
        }
        return areHeaders(lines, i);
    }

    /** Three lines that together only a mail program writes. */
    private static boolean areHeaders(String[] lines, int from) {
        int found = 0;
        for (int i = from; i < Math.min(lines.length, from + 4); i++) {
            found += HEADER.matcher(lines[i]).matches() ? 1 : 0;
        }
        return found >= 3 && HEADER.matcher(lines[from]).matches();
    }
}
