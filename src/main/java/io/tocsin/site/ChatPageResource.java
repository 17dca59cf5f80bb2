package io.tocsin.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.ChatState;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Message;
import io.tocsin.inquiry.Ratings;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.PublicUrl;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chat's page and what a visitor does there. A cookie that lasts as long as the browser leads back to the chat. */
@Tag(name = "Public notices")
@Path("/notices/{centerId}/{language}/chat")
@PermitAll
@RunOnVirtualThread
class ChatPageResource {
    static final String COOKIE = "tocsin-chat";

    private final SiteCenters centers;
    private final SitePages pages;
    private final Chats chats;
    private final ChatDesk desk;
    private final Ratings ratings;
    private final boolean secure;

    ChatPageResource(
            SiteCenters centers,
            SitePages pages,
            Chats chats,
            ChatDesk desk,
            Ratings ratings,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.centers = centers;
        this.pages = pages;
        this.chats = chats;
        this.desk = desk;
        this.ratings = ratings;
        this.secure = baseUrl.isSecure();
    }

    @GET
    @Produces(SitePages.HTML)
    @Operation(summary = "The chat")
    public Response page(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @CookieParam(COOKIE) String visitor) {
        return centers.find(centerId, language)
                .map(center -> pages.own(200, language, html(center, language, own(centerId, visitor), false)))
                .orElseGet(() -> SitePages.elsewhere(centerId, language));
    }

    /** @param masked kinds of personal data that were masked */
    public record Said(List<String> masked) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({SitePages.HTML, MediaType.APPLICATION_JSON})
    @Operation(summary = "Begin, say something, ask for a person, end")
    public Response act(
            @PathParam("centerId") UUID centerId,
            @PathParam("language") String language,
            @CookieParam(COOKIE) String visitor,
            @HeaderParam("Accept") String accept,
            @FormParam("do") String wanted,
            @FormParam("text") String text) {
        var center = centers.find(centerId, language);
        if (center.isEmpty()) {
            return SitePages.elsewhere(centerId, language);
        }
        Optional<Chat> chat = own(centerId, visitor);
        if (Objects.equals(wanted, "begin")) {
            return begin(center.get(), language, chat);
        }
        if (chat.isEmpty()) {
            return back(center.get(), language).build();
        }
        try {
            return switch (Objects.toString(wanted, "")) {
                case "say" -> said(center.get(), language, chat.get(), desk.say(chat.get(), text), accept);
                case "agent" -> {
                    chats.askForAgent(centerId, chat.get().inquiry());
                    yield back(center.get(), language).build();
                }
                case "end" -> {
                    chats.end(centerId, chat.get().inquiry());
                    yield back(center.get(), language).build();
                }
                default -> back(center.get(), language).build();
            };
        } catch (ProblemException refused) {
            // too long, empty, or over meanwhile: the page shows how things stand
            return back(center.get(), language).build();
        }
    }

    private Response said(SiteCenter center, String language, Chat chat, Masked said, String accept) {
        if (accept != null && accept.startsWith(MediaType.APPLICATION_JSON)) {
            return Response.ok(new Said(said.kinds()), MediaType.APPLICATION_JSON)
                    .build();
        }
        return said.isClean()
                ? back(center, language).build()
                : pages.own(200, language, html(center, language, Optional.of(chat), true));
    }

    private Response begin(SiteCenter center, String language, Optional<Chat> before) {
        if (before.filter(c -> c.state() != ChatState.ENDED).isPresent()) {
            return back(center, language).build();
        }
        Chats.Begun begun = chats.begin(center.id(), language);
        return back(center, language)
                .cookie(new NewCookie.Builder(COOKIE)
                        .value(begun.visitor())
                        .path("/notices/" + center.id())
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    private static Response.ResponseBuilder back(SiteCenter center, String language) {
        return Response.seeOther(URI.create(center.path(language) + "/chat")).header("Cache-Control", "no-store");
    }

    private Optional<Chat> own(UUID centerId, String visitor) {
        return visitor == null ? Optional.empty() : chats.ofVisitor(centerId, visitor);
    }

    private String html(SiteCenter center, String language, Optional<Chat> chat, boolean masked) {
        Map<String, String> words = SiteWords.of(language);
        Map<String, Object> data = new HashMap<>();
        data.put("begun", chat.isPresent());
        chat.ifPresent(c -> {
            List<Message> messages = desk.messages(c, 0);
            data.put("state", c.state().name());
            data.put("last", messages.isEmpty() ? 0 : messages.getLast().seq());
            data.put(
                    "messages",
                    messages.stream()
                            .map(m -> Map.of(
                                    "kind", m.author().name().toLowerCase(java.util.Locale.ROOT),
                                    "who", words.get(who(m.author())),
                                    "text", m.text()))
                            .toList());
            data.put("nobody", !desk.isAnybodyThere(center.id()));
            data.put("masked", masked);
            data.put("inquiry", c.inquiry());
            data.put("ticket", ratings.ticket(c.inquiry()));
        });
        return pages.html(center, language, "chat", data);
    }

    private static String who(Author author) {
        return switch (author) {
            case PERSON -> "chatYou";
            case BOT -> "chatBot";
            case AGENT, NOTE -> "chatAgent";
        };
    }
}
