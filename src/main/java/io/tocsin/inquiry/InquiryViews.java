package io.tocsin.inquiry;

import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gathers what the page of an inquiry shows to whoever asks. */
@RequestScoped
class InquiryViews {
    private final VisibleInquiries visible;
    private final Threads threads;
    private final Attachments attachments;
    private final VoiceMessages voices;
    private final ChatTable chats;
    private final Reasons reasons;
    private final WrittenAnswers answers;
    private final Assignments assignments;
    private final Centers centers;
    private final Clearance clearance;
    private final Caller caller;
    private final Clock clock;

    InquiryViews(
            VisibleInquiries visible,
            Threads threads,
            Attachments attachments,
            VoiceMessages voices,
            ChatTable chats,
            Reasons reasons,
            WrittenAnswers answers,
            Assignments assignments,
            Centers centers,
            Clearance clearance,
            Caller caller,
            Clock clock) {
        this.visible = visible;
        this.threads = threads;
        this.attachments = attachments;
        this.voices = voices;
        this.chats = chats;
        this.reasons = reasons;
        this.answers = answers;
        this.assignments = assignments;
        this.centers = centers;
        this.clearance = clearance;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param said after something was done; null for nothing */
    InquiryView of(UUID centerId, UUID id, Phrase said) {
        Inquiry inquiry = visible.get(centerId, id);
        boolean cleared = clearance.isCleared(centerId);
        Optional<Threads.Thread> thread =
                inquiry.thread() == null ? Optional.empty() : threads.of(centerId, inquiry.thread(), cleared);
        Chat chat = inquiry.channel() == InquiryChannel.CHAT
                ? chats.live(centerId, id).orElse(null)
                : null;
        InquiryView.Rights rights = rights(inquiry, chat, cleared);
        return new InquiryView(
                inquiry,
                Reasons.words(inquiry.reason()),
                inquiry.state() != InquiryState.RESOLVED
                        && inquiry.dueAt() != null
                        && inquiry.dueAt().isBefore(clock.instant()),
                thread.map(t -> lines(inquiry, t))
                        .orElseGet(() -> ThreadLine.of(List.of(inquiry), List.of(), List.of(), List.of())),
                cleared ? attachments.of(centerId, id) : List.of(),
                cleared ? voices.of(centerId, List.of(inquiry)).getOrDefault(id, List.of()) : List.of(),
                thread.map(t -> t.inquiries().size() - 1).orElse(0),
                chat,
                reasons.of(centerId),
                factsTold(centerId),
                answers.states(inquiry),
                rights.assign() ? assignments.of(inquiry) : List.of(),
                said,
                rights);
    }

    private static List<ThreadLine> lines(Inquiry inquiry, Threads.Thread thread) {
        return ThreadLine.of(
                List.of(inquiry),
                thread.records().stream()
                        .filter(r -> r.inquiry().equals(inquiry.id()))
                        .toList(),
                thread.messages().stream()
                        .filter(m -> m.inquiry().equals(inquiry.id()))
                        .toList(),
                List.of());
    }

    private int factsTold(UUID centerId) {
        IncidentCenter center = centers.get(centerId);
        return center.liveFacts() == null ? center.factsVersion() : center.liveFacts();
    }

    private InquiryView.Rights rights(Inquiry inquiry, Chat chat, boolean cleared) {
        boolean mine = caller.name().equals(inquiry.takenBy());
        InquiryState state = inquiry.state();
        boolean taken = state == InquiryState.TAKEN;
        // a chat under way is moved at the desk and on the board, where its person is answered
        boolean free = chat == null;
        boolean mayTake = state.mayMoveTo(InquiryState.TAKEN);
        return new InquiryView.Rights(
                free && !taken && mayTake,
                free && (taken ? mine || inquiry.channel() != InquiryChannel.PHONE : state == InquiryState.RESOLVED),
                free && state.mayMoveTo(InquiryState.ESCALATED),
                free,
                chat != null && chat.state() == ChatState.WITH_AGENT && caller.hasRole("supervisor"),
                // only who may know the address
                cleared && free && mayTake && (mine || !taken) && answers.isPossible(inquiry),
                inquiry.channel().isWritten() && mayTake);
    }
}
