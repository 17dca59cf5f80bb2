package io.tocsin.center;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.NumberType;
import io.tocsin.telephony.LeadTime;
import io.tocsin.telephony.Tariff;
import io.tocsin.telephony.Tariffs;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan's numbers are expected to cost, and what takes longest until they answer. Estimates: sums are given only
 * where every price in them is known, and no more exactly than prices can be.
 *
 * @param currency ISO 4217; empty where no price is known
 * @param checked year and month whose prices are meant
 * @param lines by country and type
 * @param monthly of all numbers
 * @param onPurchase due at once for those that are bought: the first month is paid in advance
 * @param usage of calls that come in
 * @param slowest number, and how long it takes; empty where none is new
 */
public record PlanCost(
        String currency,
        String checked,
        List<Line> lines,
        Optional<BigDecimal> monthly,
        Optional<BigDecimal> onPurchase,
        Usage usage,
        Optional<Slowest> slowest) {
    /** Nobody knows what a call costs to two cents before it was made. */
    private static final MathContext ROUGHLY = new MathContext(2, RoundingMode.HALF_UP);

    /**
     * @param count in the plan
     * @param bought of those, must be bought; the others are held or come from stock
     * @param each for one number and month; empty where not known
     * @param verified whether somebody of ours has checked the price
     */
    public record Line(
            String country,
            NumberType type,
            int count,
            int bought,
            Optional<BigDecimal> each,
            Optional<BigDecimal> monthly,
            String source,
            boolean verified) {
        public Phrase sort() {
            return NumberWords.of(country, type);
        }
    }

    /**
     * @param callsPerHour that the size is made for
     * @param minutesPerCall expected
     * @param perHour at that load, of the freephone or local numbers of the plan's first country; empty where not known
     */
    public record Usage(int callsPerHour, int minutesPerCall, Optional<BigDecimal> perHour) {}

    /** @param papers whether documents must be with the carrier before */
    public record Slowest(
            String country, NumberType type, LeadTime time, boolean papers, Optional<Phrase> note, String source) {}

    /** Where the prices come from, each once; those that nobody of ours has checked are marked. */
    public List<Phrase> sources() {
        return lines.stream()
                .filter(line -> !line.source().isEmpty())
                .map(line -> line.verified()
                        ? Phrase.same(line.source())
                        : Phrase.of("%s (not checked by us)", "%s（未確認）").with(line.source()))
                .distinct()
                .toList();
    }

    static PlanCost of(List<PlanPreview.Item> items, int callsPerHour, Mode mode, Tariffs tariffs) {
        Map<String, List<PlanPreview.NumberSource>> sorts = new LinkedHashMap<>();
        items.stream()
                .filter(i -> i.change() != PlanPreview.Change.REMOVE)
                .flatMap(i -> i.number().stream())
                .forEach(n -> sorts.computeIfAbsent(n.country() + "/" + n.type(), sort -> new ArrayList<>())
                        .add(n));
        List<Line> lines =
                sorts.values().stream().map(same -> line(same, tariffs)).toList();
        return new PlanCost(
                tariffs.currency(),
                tariffs.checked(),
                lines,
                sum(lines.stream().map(Line::monthly).toList()),
                sum(lines.stream()
                        .map(l -> l.bought() == 0
                                ? Optional.of(BigDecimal.ZERO)
                                : l.each().map(e -> e.multiply(BigDecimal.valueOf(l.bought()))))
                        .toList()),
                usage(lines, callsPerHour, tariffs),
                slowest(sorts.values(), mode, tariffs));
    }

    private static Line line(List<PlanPreview.NumberSource> same, Tariffs tariffs) {
        PlanPreview.NumberSource one = same.getFirst();
        Tariff tariff = tariffs.of(one.country(), one.type());
        int bought =
                (int) same.stream().filter(PlanPreview.NumberSource::bought).count();
        return new Line(
                one.country(),
                one.type(),
                same.size(),
                bought,
                tariff.monthly(),
                tariff.monthly().map(each -> each.multiply(BigDecimal.valueOf(same.size()))),
                tariff.source(),
                tariff.verified());
    }

    /** Callers mostly ring the first number. */
    private static Usage usage(List<Line> lines, int callsPerHour, Tariffs tariffs) {
        int minutes = tariffs.minutesPerCall();
        return new Usage(
                callsPerHour,
                minutes,
                lines.stream()
                        .findFirst()
                        .flatMap(first ->
                                tariffs.of(first.country(), first.type()).inboundPerMinute())
                        .filter(price -> callsPerHour > 0)
                        .map(price -> price.multiply(BigDecimal.valueOf((long) callsPerHour * minutes))
                                .round(ROUGHLY)));
    }

    private static Optional<Slowest> slowest(
            Iterable<List<PlanPreview.NumberSource>> sorts, Mode mode, Tariffs tariffs) {
        List<Slowest> all = new ArrayList<>();
        sorts.forEach(
                same -> same.stream().filter(PlanPreview.NumberSource::isNew).forEach(n -> {
                    Tariff tariff = tariffs.of(n.country(), n.type());
                    LeadTime time = n.bought() ? tariffs.lead(mode, n.country(), n.type()) : LeadTime.SECONDS;
                    boolean papers = n.bought() && tariff.papers() && time.compareTo(LeadTime.MINUTES) > 0;
                    all.add(new Slowest(
                            n.country(),
                            n.type(),
                            time,
                            papers,
                            n.bought() ? tariff.note() : Optional.empty(),
                            tariff.source()));
                }));
        return all.stream().max(Comparator.comparing(Slowest::time));
    }

    /** Only where all of them are known, and there is anything. */
    private static Optional<BigDecimal> sum(List<Optional<BigDecimal>> parts) {
        return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(parts.stream()
                        .map(part -> part.orElse(null))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
