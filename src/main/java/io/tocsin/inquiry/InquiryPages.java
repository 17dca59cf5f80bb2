package io.tocsin.inquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.console.Live;
import io.tocsin.platform.Phrase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Inquiries in the console: the queue of a center, one inquiry, and what the person sent along. */
@Path("/console/centers/{centerId}/inquiries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor"})
class InquiryPages {
    private static final int PAGE = 50;
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final InquiryQueue queue;
    private final InquiryViews views;
    private final Reasons reasons;
    private final AttachmentDownload attachments;
    private final Clearance clearance;
    private final Clock clock;
    private final Console console;

    InquiryPages(
            InquiryQueue queue,
            InquiryViews views,
            Reasons reasons,
            AttachmentDownload attachments,
            Clearance clearance,
            Clock clock,
            Console console) {
        this.queue = queue;
        this.views = views;
        this.reasons = reasons;
        this.attachments = attachments;
        this.clearance = clearance;
        this.clock = clock;
        this.console = console;
    }

    @CheckedTemplate(basePath = "inquiry")
    static class Templates {
        static native TemplateInstance queue(Queue page);

        static native TemplateInstance standing(String path, InquiryFilter filter, InquiryQueue.Standing standing);

        /** @param again address of the page; null where nothing has changed */
        static native TemplateInstance changed(String again);

        static native TemplateInstance one(InquiryView view, Form form);
    }

    /**
     * What the page of the queue shows.
     *
     * @param next end of this page's address for the next one; null on the last
     * @param first whether it is the first page
     * @param print of what it shows
     */
    record Queue(
            UUID centerId,
            InquiryFilter filter,
            InquiryQueue.Standing standing,
            List<Line> lines,
            List<Reasons.Reason> reasons,
            String next,
            boolean first,
            int print) {
        public String path() {
            return InquiryPages.path(centerId);
        }

        /** Only of the first page is told that it has changed: the others move with everything that is done. */
        public String live() {
            return path() + "/live?" + filter.query() + (first ? "print=" + print : "");
        }

        public List<InquiryState> states() {
            return List.of(InquiryState.values());
        }

        public List<InquiryChannel> channels() {
            return List.of(InquiryChannel.values());
        }

        public boolean filtered() {
            return !filter.query().isEmpty();
        }
    }

    /** @param reason null while nobody knows */
    record Line(Inquiry i, Phrase reason, String tone, boolean overdue, String begin) {
        private static final int LONGEST = 90;

        static Line of(Inquiry i, Instant now) {
            String body = i.body() == null ? "" : i.body().strip();
            return new Line(
                    i,
                    Reasons.words(i.reason()),
                    InquiryPages.tone(i.state()),
                    i.state() != InquiryState.RESOLVED
                            && i.dueAt() != null
                            && i.dueAt().isBefore(now),
                    body.codePointCount(0, body.length()) <= LONGEST
                            ? body
                            : body.substring(0, body.offsetByCodePoints(0, LONGEST)) + "…");
        }
    }

    static String path(UUID centerId) {
        return "/console/centers/" + centerId + "/inquiries";
    }

    static String tone(InquiryState state) {
        return switch (state) {
            case OPEN, WAITING -> "warn";
            case TAKEN -> "busy";
            case ESCALATED -> "bad";
            case RESOLVED -> "good";
        };
    }

    /** @param after where the page before ended */
    @GET
    public TemplateInstance queue(
            @PathParam("centerId") UUID centerId,
            @QueryParam("state") String state,
            @QueryParam("reason") String reason,
            @QueryParam("channel") String channel,
            @QueryParam("overdue") boolean overdue,
            @QueryParam("after") String after) {
        boolean cleared = clearance.isCleared(centerId);
        InquiryFilter filter = filter(state, reason, channel, overdue);
        InquiryQueue.Page page = queue.page(centerId, cleared, filter, after, PAGE);
        Instant now = clock.instant();
        return console.page(Templates.queue(new Queue(
                centerId,
                filter,
                queue.standing(centerId, cleared),
                page.inquiries().stream().map(i -> Line.of(i, now)).toList(),
                reasons.of(centerId),
                page.next() == null ? null : "?" + filter.query() + "after=" + page.next(),
                after == null || after.isBlank(),
                page.print())));
    }

    /** @param print of the first page as the browser shows it; null where it shows another page */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId,
            @QueryParam("state") String state,
            @QueryParam("reason") String reason,
            @QueryParam("channel") String channel,
            @QueryParam("overdue") boolean overdue,
            @QueryParam("print") Integer print,
            @Context Sse sse) {
        boolean cleared = clearance.isCleared(centerId);
        InquiryFilter filter = filter(state, reason, channel, overdue);
        String path = path(centerId);
        return Live.stream(sse, console.locale(), EVERY, () -> {
            boolean same = print == null
                    || print
                            == queue.page(centerId, cleared, filter, null, PAGE).print();
            return Map.of(
                    "standing", Templates.standing(path, filter, queue.standing(centerId, cleared)),
                    "changed", Templates.changed(same ? null : path + "?" + filter.query()));
        });
    }

    private static InquiryFilter filter(String state, String reason, String channel, boolean overdue) {
        return new InquiryFilter(
                named(InquiryState.values(), state), reason, named(InquiryChannel.values(), channel), overdue);
    }

    /** Null for what no list of ours offers. */
    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @param said what was done, see {@link InquiryMovePages.Said} */
    @GET
    @Path("{inquiryId}")
    public TemplateInstance one(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, @QueryParam("said") String said) {
        return console.page(shown(centerId, id, InquiryMovePages.Said.words(said), Form.empty()));
    }

    @GET
    @Path("{inquiryId}/attachments/{attachmentId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response attachment(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID id,
            @PathParam("attachmentId") UUID attachmentId) {
        return attachments.of(centerId, id, attachmentId);
    }

    TemplateInstance shown(UUID centerId, UUID id, Phrase said, Form form) {
        return Templates.one(views.of(centerId, id, said), form);
    }
}
