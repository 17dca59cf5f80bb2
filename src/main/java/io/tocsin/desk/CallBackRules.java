package io.tocsin.desk;

import io.tocsin.audience.Contact;
import io.tocsin.audience.PhonePlace;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.audience.Suppressions;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.regime.CallingHours;
import io.tocsin.regime.CallingRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a person who waits for a call may be called at this moment. */
@ApplicationScoped
class CallBackRules {
    private static final DateTimeFormatter THERE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm (VV)", Locale.ROOT);

    private final CallingRules rules;
    private final Recipients recipients;
    private final Suppressions suppressions;
    private final Clock clock;

    CallBackRules(CallingRules rules, Recipients recipients, Suppressions suppressions, Clock clock) {
        this.rules = rules;
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** @throws io.tocsin.platform.ProblemException with what stands against it */
    void check(Inquiry inquiry, String number) {
        Optional<Instant> optedOut = suppressions.since(inquiry.centerId(), Contact.phone(number));
        if (optedOut.filter(at -> at.isAfter(inquiry.receivedAt())).isPresent()) {
            throw Problem.conflict(
                    "opted-out",
                    Phrase.of(
                            "The person asked not to be contacted any more. Record that, and end it.",
                            "お客様は今後の連絡を希望されていません。その旨を記録して終了してください。"));
        }
        PhonePlace place = place(inquiry, number);
        CallingHours hours = rules.hours(place.zone(), place.country());
        Instant now = clock.instant();
        if (!hours.allow(now)) {
            throw Problem.conflict(
                    "calling-hours",
                    hours.next(now)
                            .map(next -> Phrase.of(
                                            "Nobody may be called there at this hour. Call from %s on.",
                                            "現在は発信できない時間帯です。%s 以降に発信してください。")
                                    .with(THERE.format(next.atZone(zone(hours)))))
                            .orElse(Phrase.of("Nobody may be called there.", "この地域には発信できません。")));
        }
    }

    private static ZoneId zone(CallingHours hours) {
        return hours.zones().stream()
                .min((a, b) -> a.getId().compareTo(b.getId()))
                .orElseThrow();
    }

    /** Where the person lives, as the list has it; else what the number tells. */
    private PhonePlace place(Inquiry inquiry, String number) {
        return inquiry.recipient() == null
                ? PhonePlace.of(number)
                : recipients.read(inquiry.centerId(), List.of(inquiry.recipient())).stream()
                        .findFirst()
                        .map(CallBackRules::home)
                        .orElseGet(() -> PhonePlace.of(number));
    }

    private static PhonePlace home(Recipient recipient) {
        return new PhonePlace(recipient.country(), recipient.zone());
    }
}
