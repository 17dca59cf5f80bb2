package io.tocsin.announcement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import io.tocsin.platform.Phrase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What became of each message of an announcement, recipient by recipient. */
@Path("/console/centers/{centerId}/announcements/{id}/deliveries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DeliveryPages {
    private static final int PAGE = 100;

    private final Announcements announcements;
    private final Deliveries deliveries;
    private final Counts counts;
    private final Console console;

    DeliveryPages(Announcements announcements, Deliveries deliveries, Counts counts, Console console) {
        this.announcements = announcements;
        this.deliveries = deliveries;
        this.counts = counts;
        this.console = console;
    }

    @CheckedTemplate(basePath = "announcement")
    static class Templates {
        static native TemplateInstance deliveries(Page page);
    }

    /**
     * What the page shows.
     *
     * @param state null for all
     * @param first whether it is the first page
     * @param next id that the next page begins after; null on the last
     */
    record Page(Announcement a, DeliveryState state, List<Choice> choices, List<Line> lines, boolean first, UUID next) {
        public String path() {
            return announcement() + "/deliveries";
        }

        public String announcement() {
            return "/console/centers/" + a.centerId() + "/announcements/" + a.id();
        }

        /** With an ampersand at its end; empty for all. */
        public String filter() {
            return state == null ? "" : "state=" + state + "&";
        }
    }

    /** A state to look at, with how many are in it. */
    record Choice(DeliveryState state, long count) {}

    record Line(Deliveries.Delivery d) {
        public Phrase channel() {
            return ChannelWords.of(d.channel());
        }

        public String tone() {
            return SendProgress.tone(d.state());
        }

        /** As much of the recipient's id as tells them apart on a page. */
        public String recipient() {
            String id = d.recipient().toString();
            return id.substring(id.length() - 12);
        }
    }

    @GET
    public TemplateInstance deliveries(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @QueryParam("state") String state,
            @QueryParam("after") String after) {
        Announcement a = announcements.get(centerId, id);
        DeliveryState wanted = Arrays.stream(DeliveryState.values())
                .filter(s -> s.name().equals(state))
                .findFirst()
                .orElse(null);
        UUID from = after != null && after.matches("[0-9a-f-]{36}") ? UUID.fromString(after) : null;
        Deliveries.Page page = deliveries.page(id, wanted, from, PAGE);
        Counts.Standing standing = counts.recent(id);
        return console.page(Templates.deliveries(new Page(
                a,
                wanted,
                Arrays.stream(DeliveryState.values())
                        .map(s -> new Choice(s, standing.of(s)))
                        .filter(c -> c.count() > 0 || c.state() == wanted)
                        .toList(),
                page.deliveries().stream().map(Line::new).toList(),
                from == null,
                page.next())));
    }
}
