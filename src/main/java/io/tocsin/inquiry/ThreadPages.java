package io.tocsin.inquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.announcement.SentMessages;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.console.Console;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** All that one person and the center had to do with each other, in one list. */
@Path("/console/centers/{centerId}/inquiries/threads/{threadId}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor"})
class ThreadPages {
    private static final int MOST_MESSAGES = 50;

    private final Threads threads;
    private final Recipients recipients;
    private final SentMessages sent;
    private final Clearance clearance;
    private final Console console;

    ThreadPages(Threads threads, Recipients recipients, SentMessages sent, Clearance clearance, Console console) {
        this.threads = threads;
        this.recipients = recipients;
        this.sent = sent;
        this.clearance = clearance;
        this.console = console;
    }

    @CheckedTemplate(basePath = "inquiry")
    static class Templates {
        static native TemplateInstance thread(Page page);
    }

    /**
     * What the page of a thread shows.
     *
     * @param cleared whether the reader may know who it is; else nothing is said of the person
     * @param name of somebody on the lists; empty for nobody, and for readers without clearance
     * @param details what the lists know of the person
     * @param waits how many of the inquiries are not over
     */
    record Page(
            UUID centerId,
            Threads.Thread thread,
            boolean cleared,
            String name,
            Map<String, String> details,
            List<ThreadLine> lines,
            long waits) {
        public String list() {
            return InquiryPages.path(centerId);
        }

        @Override
        public String toString() {
            return "Thread " + thread.id();
        }
    }

    @GET
    public TemplateInstance thread(@PathParam("centerId") UUID centerId, @PathParam("threadId") UUID threadId) {
        boolean cleared = clearance.isCleared(centerId);
        Threads.Thread thread = threads.of(centerId, threadId, cleared)
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no such thread in this center.", "このセンターにそのやり取りはありません。")));
        Optional<Recipient> person = Optional.ofNullable(thread.recipient())
                .flatMap(id -> recipients.read(centerId, List.of(id)).stream().findFirst());
        return console.page(Templates.thread(new Page(
                centerId,
                thread,
                cleared,
                person.map(p -> p.fields().getOrDefault("name", "")).orElse(""),
                person.map(ThreadPages::details).orElse(Map.of()),
                ThreadLine.of(
                        thread.inquiries(),
                        thread.records(),
                        thread.messages(),
                        person.map(p -> sent.to(p.id(), MOST_MESSAGES)).orElse(List.of())),
                thread.inquiries().stream()
                        .filter(i -> i.state() != InquiryState.RESOLVED)
                        .count())));
    }

    private static Map<String, String> details(Recipient person) {
        Map<String, String> details = new TreeMap<>(person.fields());
        details.remove("name");
        if (person.phone() != null) {
            details.put("phone", person.phone().e164());
        }
        if (person.email() != null) {
            details.put("email", person.email());
        }
        return details;
    }
}
