package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.tocsin.console.Console;
import io.tocsin.console.Live;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Clearance;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A chat under way, joined by a supervisor: read, whisper to the agent, take it over. */
@Path("/console/centers/{centerId}/board/chats/{chatId}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("supervisor")
class BoardChatPages {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Chats chats;
    private final Clearance clearance;
    private final Caller caller;
    private final Console console;

    BoardChatPages(Chats chats, Clearance clearance, Caller caller, Console console) {
        this.chats = chats;
        this.clearance = clearance;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance boardchat(
                String path, String board, Chat chat, RawString messages, boolean mine);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance chat(@PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId) {
        Chat chat = visible(centerId, chatId);
        chats.joined(centerId, chatId, caller.name());
        TemplateInstance messages = DeskViews.Templates.messages(chats.messages(centerId, chatId, 0));
        return console.page(Templates.boardchat(
                path(centerId, chatId),
                BoardPages.path(centerId),
                chat,
                new RawString(messages.setLocale(console.locale()).render()),
                caller.name().equals(chat.agent())));
    }

    @GET
    @Path("live")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(
            @PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId, @Context Sse sse) {
        visible(centerId, chatId);
        Locale locale = console.locale();
        return Live.stream(
                sse,
                locale,
                EVERY,
                () -> Map.of("messages", DeskViews.Templates.messages(chats.messages(centerId, chatId, 0))));
    }

    /** Whoever has the chat speaks to the person, anybody else to the agent. */
    @POST
    @Path("say")
    public Response say(
            @PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId, @FormParam("text") String text) {
        boolean mine = caller.name().equals(visible(centerId, chatId).agent());
        chats.say(centerId, chatId, mine ? Author.AGENT : Author.NOTE, caller.name(), text);
        return console.to(path(centerId, chatId));
    }

    @POST
    @Path("take-over")
    public Response takeOver(@PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId) {
        visible(centerId, chatId);
        chats.takeOver(centerId, chatId, caller.name());
        return console.to(path(centerId, chatId));
    }

    @POST
    @Path("end")
    public Response end(@PathParam("centerId") UUID centerId, @PathParam("chatId") UUID chatId) {
        if (!caller.name().equals(visible(centerId, chatId).agent())) {
            throw Problem.conflict(
                    "chat-not-yours",
                    Phrase.of("Take the chat over first; then you may end it.", "先にチャットを引き取ってから終了してください。"));
        }
        chats.end(centerId, chatId);
        return console.to(path(centerId, chatId));
    }

    /** A supervisor whose own seat may not have personal data does not get it here either. */
    private Chat visible(UUID centerId, UUID chatId) {
        Chat chat = chats.get(centerId, chatId);
        if (chat.personalData() && !clearance.isCleared(centerId)) {
            throw Clearance.refused();
        }
        return chat;
    }

    private static String path(UUID centerId, UUID chatId) {
        return BoardPages.path(centerId) + "/chats/" + chatId;
    }
}
