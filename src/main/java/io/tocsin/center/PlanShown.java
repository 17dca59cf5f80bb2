package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.seat.SeatKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a person can take it in: numbers one by one, the rest counted by kind.
 *
 * @param slowest what takes longest before the center can open, and how long; empty where nothing is slow
 */
record PlanShown(
        long create,
        long change,
        long remove,
        List<PlanPreview.Item> numbers,
        List<Group> groups,
        List<Previews.EmptySeat> emptySeats,
        List<Phrase> unansweredQueues,
        List<Phrase> slowest,
        PlanCost cost) {
    record Group(Phrase kind, int count, List<PlanPreview.Item> items) {}

    static PlanShown of(Previews.Preview preview) {
        Map<String, List<PlanPreview.Item>> byKind = new LinkedHashMap<>();
        List<PlanPreview.Item> numbers = new ArrayList<>();
        for (PlanPreview.Item item : preview.items()) {
            if (item.kind().equals("phone-number")) {
                numbers.add(item);
            } else {
                byKind.computeIfAbsent(item.kind(), k -> new ArrayList<>()).add(item);
            }
        }
        List<Phrase> slowest = new ArrayList<>();
        preview.cost().slowest().ifPresent(s -> slowest.add(wait(s)));
        if (byKind.containsKey(SeatKinds.INVITATION)) {
            slowest.add(Phrase.of(
                    "Agents must accept their invitation and sign in before the gate opens.",
                    "開設前に、エージェントが招待を受けて着席する必要があります。"));
        }
        return new PlanShown(
                preview.counts().getOrDefault(PlanPreview.Change.CREATE, 0L),
                preview.counts().getOrDefault(PlanPreview.Change.CHANGE, 0L),
                preview.counts().getOrDefault(PlanPreview.Change.REMOVE, 0L),
                numbers,
                byKind.entrySet().stream()
                        .map(e ->
                                new Group(KindWords.of(e.getKey()), e.getValue().size(), e.getValue()))
                        .toList(),
                preview.emptySeats(),
                preview.unansweredQueues(),
                slowest,
                preview.cost());
    }

    private static Phrase wait(PlanCost.Slowest slowest) {
        Phrase sort = NumberWords.of(slowest.country(), slowest.type());
        Phrase time = slowest.time().words();
        Phrase said = slowest.papers()
                ? Phrase.of(
                        "%s: %s (estimate). The carrier wants documents or a verified address before it sells this number.",
                        "%s: %s（目安）。キャリアが番号を販売する前に、書類または住所の確認が必要です。")
                : Phrase.of("%s: %s (estimate).", "%s: %s（目安）。");
        Phrase whole = said.with(sort, time);
        return slowest.note()
                .map(note -> Phrase.of(whole.en() + " " + note.en(), whole.ja() + note.ja()))
                .orElse(whole);
    }

    public boolean doesNothing() {
        return create + change + remove == 0;
    }
}
