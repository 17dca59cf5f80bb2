package io.tocsin.center;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Phrase;
import io.tocsin.seat.FilledSeat;
import io.tocsin.seat.Seats;
import java.util.ArrayList;
import java.util.List;

/** Which queues nobody may answer, as calls are routed: a pure function. Their callers would wait in vain. */
final class QueueCover {
    private QueueCover() {}

    /** @param atWork seats at which somebody is at work */
    static List<Phrase> atWork(List<QueueNeed> queues, List<Seats.AtWork> atWork) {
        return queues.stream()
                .filter(q -> atWork.stream().noneMatch(s -> q.answeredBy(s.languages(), s.skills(), s.personalData())))
                .map(q -> Phrase.of(
                                "Nobody who may answer the queue %s (%s) is signed in: its callers would wait in vain.",
                                "キュー %s（%s）に応答できる人が着席していません。発信者は待たされたままになります。")
                        .with(q.name(), demands(q)))
                .toList();
    }

    /** The same before anybody has a seat: as the plan fills them. */
    static List<Phrase> planned(List<QueueNeed> queues, List<FilledSeat> seats) {
        return queues.stream()
                .filter(q -> seats.stream().noneMatch(s -> s.person()
                        .filter(p ->
                                q.answeredBy(p.languages(), p.skills(), s.need().personalData()))
                        .isPresent()))
                .map(q -> Phrase.of(
                                "Nobody with a seat may answer the queue %s (%s). Train or clear somebody on the roster.",
                                "席のある人の中に、キュー %s（%s）に応答できる人がいません。名簿の誰かに研修または許可を与えてください。")
                        .with(q.name(), demands(q)))
                .toList();
    }

    private static Phrase demands(QueueNeed queue) {
        List<String> words = new ArrayList<>(List.of(queue.language()));
        if (queue.demandsSkill()) {
            words.add(queue.skill());
        }
        String plain = String.join(", ", words);
        return queue.personalData() ? Phrase.of(plain + ", personal data", plain + "、個人情報") : Phrase.same(plain);
    }
}
