package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.List;

/** What an agent acknowledges at every check-in. */
final class DeskRules {
    private static final List<Phrase> EVERYWHERE = List.of(
            Phrase.of("I speak only from the talk script and the facts shown here.", "トークスクリプトと画面に表示された事実に沿ってのみ案内します。"),
            Phrase.of(
                    "I write down no personal data outside this screen: no paper, no files, no photographs.",
                    "個人情報をこの画面以外（紙・ファイル・写真）に残しません。"),
            Phrase.of(
                    "I pass what I cannot answer to my supervisor, and promise nothing that is not shown here.",
                    "回答できない内容はスーパーバイザーに引き継ぎ、表示のない約束はしません。"),
            Phrase.of("I lock the screen when I leave my seat.", "席を離れるときは画面をロックします。"));
    private static final List<Phrase> AT_HOME = List.of(
            Phrase.of("I am alone in a closed room.", "個室で一人で業務を行います。"),
            Phrase.of("There is neither a private phone nor a memo pad on my desk.", "私物の電話やメモ帳を机に置きません。"),
            Phrase.of(
                    "I know that my permission to work at home ends at once when I break these rules.",
                    "これらに違反した場合、在宅勤務の許可が直ちに取り消されることを理解しています。"));

    private static final Phrase HEARD = Phrase.of(
            "I know that a supervisor may listen in to my calls here, and that my desk shows it while somebody does.",
            "ここではスーパーバイザーが通話を聴取することがあり、聴取中は画面に表示されることを理解しています。");

    private DeskRules() {}

    /** @param mayBeHeard whether supervisors may listen in to calls */
    static List<Phrase> of(boolean atHome, boolean mayBeHeard) {
        List<Phrase> rules = new ArrayList<>(EVERYWHERE);
        if (atHome) {
            rules.addAll(AT_HOME);
        }
        if (mayBeHeard) {
            rules.add(HEARD);
        }
        return List.copyOf(rules);
    }
}
