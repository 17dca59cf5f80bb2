package io.tocsin.inquiry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.center.Centers;
import io.tocsin.ivr.Voicemails;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What callers said after the tone: heard by whoever calls them back, and deleted at the carrier with all other personal
 * data.
 */
@ApplicationScoped
public class VoiceMessages {
    private final Voicemails voicemails;
    private final Recordings recordings;
    private final Centers centers;
    private final AuditLog audit;

    VoiceMessages(Voicemails voicemails, Recordings recordings, Centers centers, AuditLog audit) {
        this.voicemails = voicemails;
        this.recordings = recordings;
        this.centers = centers;
        this.audit = audit;
    }

    /** @param heardAt when somebody first listened; null for nobody yet */
    public record VoiceMessage(UUID id, int seconds, Instant leftAt, Instant heardAt, String heardBy) {
        static VoiceMessage of(Voicemails.Voicemail left) {
            return new VoiceMessage(left.id(), left.seconds(), left.leftAt(), left.heardAt(), left.heardBy());
        }
    }

    /** By inquiry; those without a message are left out. */
    public Map<UUID, List<VoiceMessage>> of(UUID centerId, Collection<Inquiry> inquiries) {
        Map<String, UUID> byCall = inquiries.stream()
                .filter(i -> i.callSid() != null && i.channel() == InquiryChannel.PHONE)
                .collect(Collectors.toMap(Inquiry::callSid, Inquiry::id, (a, b) -> a));
        return byCall.isEmpty()
                ? Map.of()
                : voicemails.ofCalls(centerId, byCall.keySet()).stream()
                        .collect(Collectors.groupingBy(
                                v -> byCall.get(v.callSid()),
                                Collectors.mapping(VoiceMessage::of, Collectors.toList())));
    }

    /**
     * The sound, as a WAV file, for those who may have personal data: people say who they are and where they live. Who
     * listened is in the audit log.
     *
     * @throws ProblemException where there is none (any more), or the carrier does not give it out now
     */
    byte[] hear(Clearance clearance, UUID centerId, UUID id, String by) {
        Voicemails.Voicemail left = voicemails
                .find(centerId, id)
                .filter(found -> clearance.isCleared(centerId))
                .orElseThrow(VoiceMessages::none);
        byte[] sound = fetch(mode(centerId), left);
        QuarkusTransaction.joiningExisting().run(() -> {
            voicemails.heard(id, by);
            audit.record(by, "voicemail.heard", "voicemail " + id, centerId, Map.of());
        });
        return sound;
    }

    private byte[] fetch(Mode mode, Voicemails.Voicemail left) {
        try {
            return recordings.sound(mode, left.recordingSid()).orElseThrow(VoiceMessages::none);
        } catch (VendorFailure e) {
            throw Problem.of(
                            "carrier-away",
                            503,
                            Phrase.of("The carrier does not give out the message now", "通信事業者から録音を取得できません"),
                            Phrase.of("It is kept there. Try again in a moment.", "録音は保存されています。少し待ってもう一度お試しください。"))
                    .asException();
        }
    }

    private static ProblemException none() {
        return Problem.notFound(
                Phrase.of("There is no such voice message that your seat may hear.", "この席で聞ける録音はありません。"));
    }

    /**
     * Has the carrier delete all that is left of a center; what was deleted before it failed stays deleted.
     *
     * @throws VendorFailure where the carrier does not do it now
     */
    public void eraseAll(UUID centerId) {
        Mode mode = mode(centerId);
        for (Voicemails.Voicemail left : voicemails.kept(centerId)) {
            recordings.delete(mode, left.recordingSid());
            QuarkusTransaction.requiringNew().run(() -> voicemails.erased(left.id()));
        }
    }

    private Mode mode(UUID centerId) {
        return Objects.requireNonNull(QuarkusTransaction.joiningExisting()
                .call(() -> centers.get(centerId))
                .mode());
    }
}
