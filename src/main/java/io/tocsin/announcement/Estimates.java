package io.tocsin.announcement;

import io.tocsin.audience.SqlWhere;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.regime.CallingRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Counts and prices an announcement before it is sent. */
@ApplicationScoped
class Estimates {
    private static final BigDecimal ONE_A_SECOND = BigDecimal.ONE;

    private final Sql sql;
    private final Planning planning;
    private final TextsOfAnnouncements texts;
    private final Centers centers;
    private final Ledger resources;
    private final CallingRules rules;
    private final AnnouncementConfig config;
    private final Clock clock;

    Estimates(
            Sql sql,
            Planning planning,
            TextsOfAnnouncements texts,
            Centers centers,
            Ledger resources,
            CallingRules rules,
            AnnouncementConfig config,
            Clock clock) {
        this.sql = sql;
        this.planning = planning;
        this.texts = texts;
        this.centers = centers;
        this.resources = resources;
        this.rules = rules;
        this.config = config;
        this.clock = clock;
    }

    private record Group(
            Channel channel, boolean suppressed, String language, String country, String zone, long people) {}

    Estimate of(Announcement a) {
        int facts = factsVersion(a);
        MessageTexts messages = texts.of(a.centerId(), a.notice(), facts);
        Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
        Map<String, Integer> segmentsOf = new HashMap<>();
        long recipients = 0;
        long unreachable = 0;
        long suppressed = 0;
        long segments = 0;
        long quiet = 0;
        BigDecimal cost = BigDecimal.ZERO;
        for (Group group : groups(a, facts)) {
            recipients += group.people();
            if (group.suppressed()) {
                suppressed += group.people();
            } else if (group.channel() == null) {
                unreachable += group.people();
            } else {
                byChannel.merge(group.channel(), group.people(), Long::sum);
                quiet += isQuiet(a, group) ? group.people() : 0;
            }
            if (!group.suppressed() && group.channel() == Channel.SMS) {
                int each = segmentsOf.computeIfAbsent(
                        messages.center().languageFor(group.language()), l -> segments(a, messages, l));
                segments += each * group.people();
                cost = cost.add(price(group.country()).multiply(BigDecimal.valueOf(each * group.people())));
            }
        }
        List<BigDecimal> senders = senders(a);
        BigDecimal perSecond =
                senders.stream().reduce(BigDecimal.ZERO, BigDecimal::add).max(ONE_A_SECOND);
        long reached = byChannel.values().stream().mapToLong(n -> n).sum();
        return new Estimate(
                recipients,
                byChannel,
                unreachable,
                suppressed,
                segments,
                cost.setScale(2, RoundingMode.HALF_UP),
                config.currency(),
                senders.size(),
                perSecond,
                BigDecimal.valueOf(segments).divide(perSecond, RoundingMode.UP).longValue(),
                a.pacedPerMinute() == null ? null : reached * 60 / a.pacedPerMinute(),
                quiet,
                samples(a, messages));
    }

    int factsVersion(Announcement a) {
        return a.factsVersion() != null ? a.factsVersion() : newestFacts(a.centerId());
    }

    /** What is published now, or would be. */
    int newestFacts(UUID centerId) {
        IncidentCenter center = centers.get(centerId);
        return center.liveFacts() == null ? center.factsVersion() : center.liveFacts();
    }

    private List<Group> groups(Announcement a, int facts) {
        SqlWhere who = planning.addressed(a, facts);
        return sql.list(
                "select " + Planning.firstChannel(a.channels())
                        + " as channel, r.suppressed_at is not null as suppressed,"
                        + " r.language, r.country, r.zone, count(*) as people from recipient r where " + who.condition()
                        + " group by 1, 2, 3, 4, 5",
                row -> new Group(
                        row.getString(1) == null ? null : Channel.valueOf(row.getString(1)),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                who.arguments().toArray());
    }

    private boolean isQuiet(Announcement a, Group group) {
        return !a.dangerToLife()
                && group.channel() != Channel.LETTER
                && !rules.hours(ZoneId.of(group.zone()), group.country()).allow(clock.instant());
    }

    /** As long as the message is that somebody would get; 1 where it cannot be written, which the linter tells. */
    private static int segments(Announcement a, MessageTexts messages, String language) {
        try {
            return messages.render(Channel.SMS, Somebody.reading(a, language))
                    .segments()
                    .segments();
        } catch (UnsendableException e) {
            return 1;
        }
    }

    private BigDecimal price(String country) {
        Map<String, BigDecimal> prices = config.segmentPrice();
        BigDecimal own = prices.get(country == null ? "" : country.toLowerCase(Locale.ROOT));
        return own != null ? own : prices.get("default");
    }

    /** What each number of the center that sends SMS may send per second. */
    private List<BigDecimal> senders(Announcement a) {
        Map<String, String> types = new HashMap<>();
        List<Resource> all = resources.of(a.centerId());
        all.stream()
                .filter(r -> r.kind().equals("phone-number"))
                .forEach(r -> types.put(
                        r.key().name(), r.spec().path("type").asText("").toLowerCase(Locale.ROOT)));
        List<BigDecimal> rates = new ArrayList<>();
        all.stream()
                .filter(r -> r.kind().equals("messaging-sender") && r.isReady())
                .map(r -> types.getOrDefault(r.spec().path("number").asText(), ""))
                .forEach(type -> rates.add(config.segmentsPerSecond().getOrDefault(type, ONE_A_SECOND)));
        return rates;
    }

    private static List<Estimate.Sample> samples(Announcement a, MessageTexts messages) {
        List<Estimate.Sample> samples = new ArrayList<>();
        for (Channel channel : a.channels()) {
            for (String language : messages.center().languages()) {
                try {
                    samples.add(Estimate.Sample.of(messages.render(channel, Somebody.reading(a, language))));
                } catch (UnsendableException e) {
                    samples.add(new Estimate.Sample(channel, language, "", String.valueOf(e.getMessage()), null, null));
                }
            }
        }
        return samples;
    }
}
