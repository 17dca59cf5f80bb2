package io.tocsin.announcement;

import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one recipient would read, on each channel, in their own language. */
@ApplicationScoped
class RecipientPreviews {
    private final Recipients recipients;
    private final TextsOfAnnouncements texts;
    private final Estimates estimates;

    RecipientPreviews(Recipients recipients, TextsOfAnnouncements texts, Estimates estimates) {
        this.recipients = recipients;
        this.texts = texts;
        this.estimates = estimates;
    }

    List<Estimate.Sample> of(Announcement a, Recipient recipient) {
        MessageTexts messages = texts.of(a.centerId(), a.notice(), estimates.factsVersion(a));
        List<Estimate.Sample> read = new ArrayList<>();
        for (Channel channel : a.channels()) {
            try {
                read.add(Estimate.Sample.of(messages.render(channel, recipient)));
            } catch (UnsendableException e) {
                read.add(new Estimate.Sample(
                        channel, recipient.language(), "", String.valueOf(e.getMessage()), null, null));
            }
        }
        return read;
    }

    Optional<Recipient> recipient(UUID centerId, UUID id) {
        return recipients.read(centerId, id == null ? List.of() : List.of(id)).stream()
                .findFirst();
    }

    /** Somebody of the announcement's audience, by phone number or e-mail address as people write it. */
    Recipient having(Announcement a, String contact) {
        List<UUID> found = recipients.byContact(a.centerId(), a.audienceId(), contact);
        return recipients.read(a.centerId(), found).stream()
                .filter(r -> r.audienceId().equals(a.audienceId()))
                .findFirst()
                .orElseThrow(() -> {
                    Phrase say = Phrase.of(
                            "Nobody of this audience has this number or address.", "この宛先リストに、この電話番号・アドレスの人はいません。");
                    return Problem.invalid("contact-unknown", say, List.of(new Violation("contact", say)));
                });
    }
}
