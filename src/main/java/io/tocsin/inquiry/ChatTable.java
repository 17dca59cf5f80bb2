package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and moves chats. */
@ApplicationScoped
class ChatTable {
    private static final String SELECT =
            "select c.*, i.personal_data, i.priority from chat c join inquiry i on i.id = c.inquiry_id where ";

    private final Sql sql;

    ChatTable(Sql sql) {
        this.sql = sql;
    }

    Chat get(UUID centerId, UUID id) {
        return sql.first(SELECT + "c.center_id = ? and c.inquiry_id = ?", ChatTable::read, centerId, id)
                .orElseThrow(() -> unknown(id));
    }

    /** Empty where it is over, and for an inquiry that is no chat. */
    Optional<Chat> live(UUID centerId, UUID id) {
        return sql.first(
                SELECT + "c.center_id = ? and c.inquiry_id = ? and c.state <> 'ENDED'", ChatTable::read, centerId, id);
    }

    /** For a change: nobody else changes this chat until the transaction ends. */
    Chat lock(UUID centerId, UUID id) {
        return sql.first(SELECT + "c.center_id = ? and c.inquiry_id = ? for update of c", ChatTable::read, centerId, id)
                .orElseThrow(() -> unknown(id));
    }

    Optional<Chat> byVisitor(String visitorHash) {
        return sql.first(SELECT + "c.visitor_hash = ?", ChatTable::read, visitorHash);
    }

    List<Chat> list(String where, Object... arguments) {
        return sql.list(SELECT + where, ChatTable::read, arguments);
    }

    static void check(Chat chat, ChatState next) {
        if (!chat.state().mayMoveTo(next)) {
            throw Problem.conflict(
                    "chat-state",
                    Phrase.of("The chat is %s and cannot become %s from there.", "チャットは現在 %s のため、%s にできません。")
                            .with(chat.state(), next));
        }
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(Phrase.of("There is no chat %s in this center.", "このセンターにチャット %s はありません。")
                .with(id));
    }

    private static Chat read(ResultSet row) throws SQLException {
        return new Chat(
                row.getObject("inquiry_id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getObject("thread_id", UUID.class),
                ChatState.valueOf(row.getString("state")),
                row.getString("language"),
                row.getString("agent"),
                row.getBoolean("personal_data"),
                row.getInt("priority"),
                Sql.instant(row, "begun_at"),
                Sql.instant(row, "waiting_since"),
                Sql.instant(row, "taken_at"),
                Sql.instant(row, "ended_at"));
    }
}
