package io.tocsin.center;

import io.tocsin.platform.Phrase;

/**
 * What is to be done next in a phase, said on every center's overview.
 *
 * @param page below the center's own page; empty where there is nothing to press
 */
record NextStep(Phrase title, Phrase what, String page, Phrase button) {
    static NextStep of(Phase phase) {
        return switch (phase) {
            case DECLARED ->
                new NextStep(
                        Phrase.of("Check the plan, then launch", "計画を確認して立ち上げる"),
                        Phrase.of(
                                "Nothing exists outside yet. The plan shows what will be made, and what it takes.",
                                "外部にはまだ何も作られていません。計画で、作成されるものと必要なものを確認できます。"),
                        "/launch",
                        Phrase.of("See the plan", "計画を見る"));
            case STANDBY ->
                new NextStep(
                        Phrase.of("On standby: activate it when the day comes", "待機中：必要になったら規模を上げる"),
                        Phrase.of(
                                "Script and notices are ready at minimal size. Raising the size activates the center.",
                                "スクリプトと告知は最小規模で準備済みです。規模を上げると本格稼働の準備に入ります。"),
                        "/launch",
                        Phrase.of("Choose a size", "規模を選ぶ"));
            case PREPARING ->
                new NextStep(
                        Phrase.of("Watch it being made", "準備の進み具合を確認する"),
                        Phrase.of(
                                "Resources are being made. Whatever waits for a person is named with what to do.",
                                "資源を作成しています。人の対応が必要なものは、対応方法とともに表示されます。"),
                        "/launch",
                        Phrase.of("See the progress", "進み具合を見る"));
            case READY ->
                new NextStep(
                        Phrase.of("Go through the open gate", "開設条件を確認して開設する"),
                        Phrase.of(
                                "Everything exists. When every check holds, open the lines.",
                                "すべて揃いました。すべての条件が満たされたら、電話を開設してください。"),
                        "/gate",
                        Phrase.of("See the checks", "条件を確認する"));
            case OPEN ->
                new NextStep(
                        Phrase.of("Keep an eye on the lines and the clocks", "電話と期限を見守る"),
                        Phrase.of(
                                "Callers are answered. New facts go out from the fact sheet; more calls than seats:"
                                        + " surge.",
                                "電話に応答しています。新しい事実は事実シートから反映し、席が足りなければ増強してください。"),
                        "/facts",
                        Phrase.of("Revise the facts", "事実を改訂する"));
            case DRAINING ->
                new NextStep(
                        Phrase.of("Export the evidence, then tear down", "証跡を書き出し、撤去する"),
                        Phrase.of(
                                "New callers hear the closing words; those inside go on. Ops can take the center down.",
                                "新しい発信者には終了案内が流れ、通話中の方はそのまま続きます。運用担当者が撤去できます。"),
                        "/teardown",
                        Phrase.of("See the teardown plan", "撤去計画を見る"));
            case TEARING_DOWN ->
                new NextStep(
                        Phrase.of("Wait for the certificate", "証明書の発行を待つ"),
                        Phrase.of(
                                "Resources are being removed; numbers go back to the inventory.",
                                "資源を撤去しています。電話番号は在庫に戻ります。"),
                        "/teardown",
                        Phrase.of("See the teardown", "撤去の状況を見る"));
            case CLOSED ->
                new NextStep(
                        Phrase.of("Keep the certificate and the evidence", "証明書と証跡を保管する"),
                        Phrase.of("The center is over; nothing is left to do.", "センターは終了しました。必要な操作はありません。"),
                        "/teardown",
                        Phrase.of("See the certificate", "証明書を見る"));
        };
    }
}
