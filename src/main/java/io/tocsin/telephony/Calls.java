package io.tocsin.telephony;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Endpoint;
import com.twilio.type.PhoneNumber;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that we make. */
@ApplicationScoped
public class Calls {
    private final TwilioAccounts accounts;

    Calls(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param from one of our numbers
     * @param url asked what to do once somebody has picked up
     * @param statusCallbackUrl told when it is over; should carry our own key of the attempt
     * @param ringSeconds how long it may ring
     * @param fallbackUrl asked where {@code url} fails
     * @param detection whether {@code url} is to learn ({@code AnsweredBy}) if a machine picked up
     */
    public record Wanted(
            String from,
            String to,
            String url,
            String fallbackUrl,
            String statusCallbackUrl,
            int ringSeconds,
            Detection detection) {}

    /** How the carrier listens who has picked up. */
    public enum Detection {
        OFF,
        /** As early as can be told. */
        AT_ONCE,
        /** Where it is a machine, not before its greeting is over and a message can be left. */
        AFTER_GREETING
    }

    /**
     * A call as the carrier knows it.
     *
     * @param status the carrier's word: {@code queued}, {@code ringing}, {@code in-progress}, {@code completed}, …
     */
    public record Seen(String sid, String status, Instant createdAt) {
        public boolean isOver() {
            return !OPEN.contains(status);
        }
    }

    private static final Set<String> OPEN = Set.of("queued", "initiated", "ringing", "in-progress");

    /**
     * Calls once. Record the attempt first: after {@link VendorFailure.Unknown} it may be ringing.
     *
     * @return the call's SID
     * @throws NumberRefused where this number cannot be called at all
     */
    public String create(Mode mode, Wanted wanted) {
        return accounts.forMode(mode).call(twilio -> {
            Endpoint to = new PhoneNumber(wanted.to());
            var creator = Call.creator(to, new PhoneNumber(wanted.from()), URI.create(wanted.url()))
                    .setFallbackUrl(URI.create(wanted.fallbackUrl()))
                    .setStatusCallback(wanted.statusCallbackUrl())
                    .setTimeout(wanted.ringSeconds());
            try {
                return (switch (wanted.detection()) {
                            case OFF -> creator;
                            case AT_ONCE -> creator.setMachineDetection("Enable");
                            case AFTER_GREETING -> creator.setMachineDetection("DetectMessageEnd");
                        })
                        .create(twilio)
                        .getSid();
            } catch (ApiException e) {
                if (e.getCode() != null && NOT_CALLABLE.contains(e.getCode())) {
                    throw new NumberRefused();
                }
                throw e;
            }
        });
    }

    /** Twilio: invalid, not reachable, not allowed or blocked 'To' numbers. */
    private static final Set<Integer> NOT_CALLABLE = Set.of(21211, 21214, 21215, 21216, 21217, 13223, 13224, 13227);

    /** The carrier does not call this number; others it does. */
    public static final class NumberRefused extends RuntimeException {
        NumberRefused() {
            super("the carrier does not call this number", null, false, false);
        }

        /** For a person. */
        public Phrase reason() {
            return Phrase.of("The carrier does not call this number.", "この番号には発信できません。");
        }
    }

    /** Calls of ours to a number, the newest first: what became of one whose answer was lost. */
    public List<Seen> to(Mode mode, String from, String to, Instant since) {
        return accounts
                .forMode(mode)
                .list(Call.reader()
                        .setTo(new PhoneNumber(to))
                        .setFrom(new PhoneNumber(from)))
                .stream()
                .map(Calls::seen)
                // the carrier's clock is not ours, and it drops what is below a second
                .filter(call -> call.createdAt() == null || call.createdAt().isAfter(since.minusSeconds(5)))
                .sorted(Comparator.comparing(Seen::createdAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** Empty where there is no such call. */
    public Optional<Seen> find(Mode mode, String callSid) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Call.fetcher(callSid).fetch(twilio))
                .map(Calls::seen);
    }

    private static Seen seen(Call call) {
        return new Seen(
                call.getSid(),
                call.getStatus().toString(),
                call.getDateCreated() == null ? null : call.getDateCreated().toInstant());
    }

    /** Ends a call that goes on. @return false where there is none */
    public boolean end(Mode mode, String callSid) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Call.updater(callSid)
                        .setStatus(Call.UpdateStatus.COMPLETED)
                        .update(twilio))
                .isPresent();
    }
}
