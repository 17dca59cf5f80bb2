package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Giving what somebody wrote to an agent: to one who is at work, and whose seat may have it. */
@ApplicationScoped
class Assignments {
    private final Seats seats;
    private final Inquiries inquiries;
    private final InquiryMoves moves;
    private final Sql sql;

    Assignments(Seats seats, Inquiries inquiries, InquiryMoves moves, Sql sql) {
        this.seats = seats;
        this.inquiries = inquiries;
        this.moves = moves;
        this.sql = sql;
    }

    /**
     * Somebody who can have it.
     *
     * @param speaks whether they speak the language of the inquiry
     * @param has how many they work on already
     */
    public record Candidate(String email, String name, List<String> languages, boolean speaks, int has) {}

    /** Who speaks the language first, then who has the least to do; nobody for what is not answered in writing. */
    List<Candidate> of(Inquiry inquiry) {
        if (!inquiry.channel().isWritten()) {
            return List.of();
        }
        Map<String, Integer> has = inHand(inquiry.centerId());
        return seats.of(inquiry.centerId()).stream()
                .filter(seat -> seat.signedInAt() != null && seat.email().isPresent())
                .filter(seat -> seat.personalData() || !inquiry.personalData())
                .filter(seat -> !seat.email().get().equals(inquiry.takenBy()))
                .map(seat -> new Candidate(
                        seat.email().get(),
                        seat.person().orElse(seat.seatNo()),
                        seat.languages(),
                        seat.languages().contains(inquiry.language()),
                        has.getOrDefault(seat.email().get(), 0)))
                .sorted(Comparator.comparing((Candidate candidate) -> !candidate.speaks())
                        .thenComparing(Candidate::has)
                        .thenComparing(Candidate::name))
                .toList();
    }

    private Map<String, Integer> inHand(UUID centerId) {
        Map<String, Integer> has = new HashMap<>();
        sql.list(
                "select taken_by, count(*) from inquiry where center_id = ? and state = 'TAKEN' group by taken_by",
                row -> has.put(row.getString(1), row.getInt(2)),
                centerId);
        return has;
    }

    /**
     * @param to e-mail of who is to have it from now on, whoever had it before
     * @throws io.tocsin.platform.ProblemException {@code not-assignable} for a call or a chat, {@code assignment-invalid}
     *     where that person is not at work or may not have it
     */
    Inquiry assign(UUID centerId, UUID id, String to, String by) {
        Inquiry inquiry = inquiries.get(centerId, id);
        if (!inquiry.channel().isWritten()) {
            throw Problem.conflict(
                    "not-assignable",
                    Phrase.of(
                            "Calls and chats find their agent themselves; only what was written is given to somebody.",
                            "通話とチャットは自動で振り分けられます。割り当てできるのは文字での問い合わせだけです。"));
        }
        if (of(inquiry).stream().noneMatch(candidate -> candidate.email().equals(to))) {
            throw Problem.invalid(
                    "assignment-invalid",
                    Phrase.of("Choose an agent who can have it.", "対応できる担当者を選んでください。"),
                    List.of(Violation.of(
                            "to",
                            "Choose somebody who is at work now, does not have it already, and whose seat may have it.",
                            "現在着席中で、まだ担当しておらず、この問い合わせを扱える席の担当者を選んでください。")));
        }
        return moves.assign(centerId, id, to, by);
    }
}
