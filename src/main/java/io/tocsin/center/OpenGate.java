package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Resource;
import io.tocsin.seat.SeatKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks that must hold before a center may open: a pure function. */
final class OpenGate {
    static final String RESOURCES = "resources";
    static final String SCRIPT = "script";
    static final String NUMBERS = "numbers";
    static final String SEATS = "seats";
    static final String FACTS = "facts";
    static final String NOTICES = "notices";

    private OpenGate() {}

    static List<GateCheck> check(GateView view) {
        return List.of(resources(view), script(view), numbers(view), seats(view), facts(view), notices(view));
    }

    private static GateCheck resources(GateView view) {
        List<Phrase> findings = view.resources().stream()
                .filter(r -> !r.kind().equals(SeatKinds.INVITATION) && !r.isReady() && !r.isGone())
                .map(OpenGate::notReady)
                .toList();
        return of(
                view,
                RESOURCES,
                Phrase.of("Every resource exists", "すべての資源が揃っている"),
                findings,
                Phrase.of(
                        "Do what each resource asks for, then choose 'try again' there.", "各資源の指示に従い、「再試行」を選んでください。"));
    }

    private static Phrase notReady(Resource resource) {
        Phrase reason = resource.reason().orElse(Phrase.of("is %s", "状態: %s").with(resource.state()));
        Phrase toDo = resource.whatToDo().orElse(Phrase.of("wait, it is being worked on", "処理中です。お待ちください"));
        return Phrase.of(
                resource.title().en() + ": " + reason.en() + " (" + toDo.en() + ")",
                resource.title().ja() + ": " + reason.ja() + "（" + toDo.ja() + "）");
    }

    private static GateCheck script(GateView view) {
        List<Phrase> findings = view.walk().failures().stream()
                .map(f -> Phrase.of(
                        f.node() + " / " + f.branch() + " / " + f.language() + ": "
                                + f.what().en(),
                        f.node() + " / " + f.branch() + " / " + f.language() + ": "
                                + f.what().ja()))
                .toList();
        return of(
                view,
                SCRIPT,
                Phrase.of("Every branch of the telephone script was walked (%d)", "電話スクリプトの全分岐を確認済み（%d）")
                        .with(view.walk().branches()),
                findings,
                Phrase.of(
                        "Correct the script in the pack or the facts it speaks, republish, and check again.",
                        "パックのスクリプトまたは事実を修正し、再公開してからもう一度確認してください。"));
    }

    private static GateCheck numbers(GateView view) {
        return of(
                view,
                NUMBERS,
                Phrase.of("The numbers in the notices are the center's and answer", "告知の電話番号はセンターのもので応答する"),
                view.numberTrouble(),
                Phrase.of("Republish the notices, or repair the number.", "告知を再公開するか、番号を復旧してください。"));
    }

    private static GateCheck seats(GateView view) {
        List<Phrase> findings = new ArrayList<>();
        if (view.signedIn().size() < view.neededSeats()) {
            findings.add(Phrase.of("Seats signed in for the first hour: %d of %d.", "最初の1時間に必要な%2$d席のうち%1$d席が着席済みです。")
                    .with(view.signedIn().size(), view.neededSeats()));
        }
        // a size that needs nobody leaves its callers to the script on purpose
        if (view.neededSeats() > 0) {
            findings.addAll(QueueCover.atWork(view.queues(), view.signedIn()));
        }
        return of(
                view,
                SEATS,
                Phrase.of(
                        "Enough seats are signed in for the first hour, and somebody for every queue",
                        "最初の1時間に必要な席が着席済みで、すべてのキューに担当者がいる"),
                findings,
                Phrase.of(
                        "Call the agents in; whoever got no invitation finds the reason at the seat.",
                        "エージェントに着席を促してください。招待が届かない場合は席の欄で理由を確認できます。"));
    }

    private static GateCheck facts(GateView view) {
        return of(
                view,
                FACTS,
                Phrase.of("Every mandatory fact is filled in", "必須の事実がすべて入力されている"),
                view.missingFacts().stream().map(Violation::message).toList(),
                Phrase.of("Complete the fact sheet.", "事実シートを補ってください。"));
    }

    private static GateCheck notices(GateView view) {
        List<Phrase> findings = view.lint().stream()
                .map(f -> {
                    String where = f.name() + "/" + f.channel().code() + "/" + f.language() + " [" + f.regime()
                            + (f.article().isEmpty() ? "" : " " + f.article()) + "] ";
                    return Phrase.of(
                            where + f.message().en() + " " + f.whatToDo().en(),
                            where + f.message().ja() + " " + f.whatToDo().ja());
                })
                .toList();
        return of(
                view,
                NOTICES,
                Phrase.of("Every notice holds what its regimes demand", "すべての告知が法令・基準の要件を満たす"),
                findings,
                Phrase.of("Revise the facts and republish.", "事実を改訂して再公開してください。"));
    }

    private static GateCheck of(GateView view, String name, Phrase title, List<Phrase> findings, Phrase whatToDo) {
        boolean holds = findings.isEmpty();
        return new GateCheck(
                name,
                title,
                holds,
                findings,
                holds ? Optional.empty() : Optional.of(whatToDo),
                Optional.ofNullable(view.overrides().get(name)));
    }
}
