package io.tocsin.site;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.ChatState;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.InquiryNews;
import io.tocsin.inquiry.Message;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** New messages of a visitor's chat as they are said. */
@Tag(name = "Public notices")
@Path("/notices/{centerId}/{language}/chat/stream")
@PermitAll
class ChatStreamResource {
    /** A notification may be lost; and proxies close what stays silent. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private static final int MOST = 1_000;

    private final Chats chats;
    private final ChatDesk desk;
    private final InquiryNews news;
    private final AtomicInteger open = new AtomicInteger();

    ChatStreamResource(Chats chats, ChatDesk desk, InquiryNews news) {
        this.chats = chats;
        this.desk = desk;
        this.news = news;
    }

    /** A message as the visitor's page takes it. */
    public record Line(long seq, Author author, String text) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "New messages and the chat's state, as server-sent events")
    public Multi<OutboundSseEvent> stream(
            @PathParam("centerId") UUID centerId,
            @CookieParam(ChatPageResource.COOKIE) String visitor,
            @QueryParam("after") @DefaultValue("0") long after,
            @Context Sse sse) {
        Chat chat = chats.ofVisitor(centerId, visitor == null ? "" : visitor)
                .orElseThrow(
                        () -> Problem.notFound(Phrase.of("There is no chat of yours here.", "このブラウザのチャットはありません。")));
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            throw Problem.of(
                            "too-many-chats",
                            429,
                            Phrase.of("Too many chats", "チャットが集中しています"),
                            Phrase.of("Reload the page to see new messages.", "ページを再読み込みすると新しいメッセージが表示されます。"))
                    .asException();
        }
        AtomicLong last = new AtomicLong(after);
        Multi<Long> said = Multi.createFrom()
                .emitter(
                        emitter -> emitter.onTermination(news.subscribe(new InquiryNews.Listener() {
                            @Override
                            public void news(UUID inquiry) {
                                if (inquiry.equals(chat.inquiry())) {
                                    emitter.emit(0L);
                                }
                            }

                            @Override
                            public void look() {
                                emitter.emit(0L);
                            }
                        })),
                        BackPressureStrategy.LATEST);
        Multi<Long> again =
                Multi.createFrom().ticks().every(LOOK_AGAIN).onOverflow().drop();
        return Multi.createBy()
                .merging()
                .streams(said, again)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(events(chat, last, sse)))
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private List<OutboundSseEvent> events(Chat chat, AtomicLong last, Sse sse) {
        List<OutboundSseEvent> events = new ArrayList<>();
        for (Message message : desk.messages(chat, last.get())) {
            last.set(message.seq());
            events.add(sse.newEvent("message", Json.write(new Line(message.seq(), message.author(), message.text()))));
        }
        ChatState state = chats.get(chat.centerId(), chat.inquiry()).state();
        events.add(sse.newEvent("state", state.name()));
        return events;
    }
}
