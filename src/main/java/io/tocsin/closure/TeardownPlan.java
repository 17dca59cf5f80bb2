package io.tocsin.closure;

import io.tocsin.center.Phase;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a teardown would do, in order, before anything happens: a pure function.
 *
 * @param blockers what must be done first; the teardown is refused while there is any
 * @param warnings what a person should know and may accept
 * @param steps everything that will be removed; whatever depends on something goes before it
 */
public record TeardownPlan(List<Phrase> blockers, List<Phrase> warnings, List<Step> steps) {
    /** @param round steps of one round go at the same time; a number is never released, see {@code what} */
    public record Step(int round, String name, String kind, String vendorId, Phrase title, Phrase what) {}

    /**
     * @param evidenceExported whether the evidence was exported since the last thing happened that belongs into it
     * @param openObligations titles of duties that are still open
     * @param heldUntil what is said of a number that is on hold, by E.164
     */
    static TeardownPlan of(
            Phase phase,
            List<Resource> resources,
            boolean evidenceExported,
            List<Phrase> openObligations,
            Map<String, Phrase> heldUntil) {
        List<Phrase> blockers = new ArrayList<>();
        if (!phase.mayMoveTo(Phase.TEARING_DOWN)) {
            blockers.add(
                    phase == Phase.OPEN
                            ? Phrase.of(
                                    "The center is open. Drain it first, so that nobody who calls is cut off.",
                                    "センターは開設中です。着信中の人を切断しないよう、先に受付終了（ドレイン）してください。")
                            : Phrase.of("There is nothing to tear down in phase %s.", "%s の段階では撤去するものがありません。")
                                    .with(phase));
        }
        if (!evidenceExported) {
            blockers.add(Phrase.of(
                    "Export the evidence first: what is deleted cannot be proven later.",
                    "先に証跡を書き出してください。削除後は証明できません。"));
        }
        List<Phrase> warnings = openObligations.stream()
                .map(o -> Phrase.of("Still open: " + o.en(), "未対応: " + o.ja()))
                .toList();
        return new TeardownPlan(blockers, warnings, steps(resources, heldUntil));
    }

    private static List<Step> steps(List<Resource> resources, Map<String, Phrase> heldUntil) {
        Map<String, Resource> left = new HashMap<>();
        resources.stream()
                .filter(r -> !r.isGone())
                .forEach(r -> left.put(r.key().name(), r));
        List<Step> steps = new ArrayList<>();
        for (int round = 1; !left.isEmpty(); round++) {
            Set<String> needed = new HashSet<>();
            left.values().forEach(r -> needed.addAll(r.dependsOn()));
            List<Resource> free = left.values().stream()
                    .filter(r -> !needed.contains(r.key().name()))
                    .sorted((a, b) -> a.key().name().compareTo(b.key().name()))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("resources depend on each other in a circle: " + left.keySet());
            }
            for (Resource resource : free) {
                steps.add(new Step(
                        round,
                        resource.key().name(),
                        resource.kind(),
                        resource.vendorId(),
                        resource.title(),
                        what(resource, heldUntil)));
                left.remove(resource.key().name());
            }
        }
        return steps;
    }

    private static Phrase what(Resource resource, Map<String, Phrase> heldUntil) {
        if (!resource.kind().equals("phone-number")) {
            return Phrase.of("removed", "削除");
        }
        String number = resource.outputs() == null
                ? "?"
                : resource.outputs().path("phoneNumber").asText("?");
        int days = resource.spec().path("quarantineDays").asInt();
        Phrase back = Phrase.byCount(
                        "%s goes back to the inventory; it answers with the closing message for %d day and is not released",
                        "%s goes back to the inventory; it answers with the closing message for %d days and is not released",
                        "%s は在庫に戻り、%d日間は終了メッセージで応答します。解放はされません",
                        days)
                .with(number, days);
        Phrase held = heldUntil.get(number);
        return held == null ? back : Phrase.of(back.en() + "; " + held.en(), back.ja() + "。" + held.ja());
    }
}
