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
        List<Phrase> slowest) {
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
        long bought = numbers.stream()
                .filter(n -> n.change() == PlanPreview.Change.CREATE)
                .filter(n -> n.detail().stream().anyMatch(d -> d.en().startsWith("bought")))
                .count();
        List<Phrase> slowest = new ArrayList<>();
        if (bought > 0) {
            slowest.add(Phrase.of(
                            "%d number(s) must be bought: minutes where the carrier has stock; weeks for some freephone"
                                    + " numbers. Numbers from standby stock take seconds.",
                            "%d 件の番号を購入します。キャリアに在庫があれば数分、フリーダイヤルの種類によっては数週間かかります。待機在庫の番号は数秒です。")
                    .with(bought));
        }
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
                slowest);
    }

    public boolean doesNothing() {
        return create + change + remove == 0;
    }
}
