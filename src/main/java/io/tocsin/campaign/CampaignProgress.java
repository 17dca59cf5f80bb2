package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How far a campaign is, for a person to see.
 *
 * @param done cases in which nobody needs to be reached any more
 * @param collected items that are in our hands or further
 */
record CampaignProgress(
        UUID id,
        String name,
        Phrase state,
        String tone,
        long total,
        long done,
        long collected,
        List<Bar> cases,
        List<Bar> calls) {
    private static final Set<CaseState> COLLECTED =
            EnumSet.of(CaseState.COLLECTED, CaseState.REMEDY_SENT, CaseState.CLOSED);
    private static final Set<CaseState> OPEN =
            EnumSet.of(CaseState.NOTIFIED, CaseState.RESPONDED, CaseState.PICKUP_BOOKED);

    record Bar(Phrase title, long count) {}

    static CampaignProgress of(CampaignView view) {
        List<Bar> cases = new ArrayList<>();
        long total = 0;
        long open = 0;
        long collected = 0;
        for (CaseState state : CaseState.values()) {
            long count = view.cases().getOrDefault(state, 0L);
            total += count;
            open += OPEN.contains(state) ? count : 0;
            collected += COLLECTED.contains(state) ? count : 0;
            if (count > 0) {
                cases.add(new Bar(words(state), count));
            }
        }
        List<Bar> calls = new ArrayList<>();
        view.calls().forEach((outcome, count) -> calls.add(new Bar(outcome.words(), count)));
        Campaign campaign = view.campaign();
        return new CampaignProgress(
                campaign.id(),
                campaign.name(),
                campaign.state().words(),
                tone(campaign.state()),
                total,
                total - open,
                collected,
                cases,
                calls);
    }

    public long callTotal() {
        return calls.stream().mapToLong(Bar::count).sum();
    }

    private static String tone(CampaignState state) {
        return switch (state) {
            case DRAFT, CANCELLED -> "plain";
            case RUNNING -> "busy";
            case PAUSED -> "warn";
            case COMPLETED -> "good";
        };
    }

    static Phrase words(CaseState state) {
        return switch (state) {
            case NOTIFIED -> Phrase.of("told, nothing heard", "連絡済み・返答待ち");
            case RESPONDED -> Phrase.of("has answered", "返答あり");
            case PICKUP_BOOKED -> Phrase.of("pick-up booked", "引き取り予約済み");
            case COLLECTED -> Phrase.of("collected", "回収済み");
            case REMEDY_SENT -> Phrase.of("remedy sent", "返金・交換手配済み");
            case CLOSED -> Phrase.of("closed", "完了");
            case REFUSED -> Phrase.of("keeps it, knowing the danger", "返却を辞退");
            case UNREACHABLE -> Phrase.of("not reached", "連絡不能");
            case ALREADY_DISPOSED -> Phrase.of("no longer has it", "処分済み");
        };
    }
}
