package io.tocsin.inquiry.mail;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of {@code inquiry_mail_out}. An e-mail is on record before the mail server is asked; where nobody knows whether
 * it went out it stays so and is never sent again.
 */
@ApplicationScoped
class OutgoingMails {
    private static final String MAIL = "inquiry_mail_out.mail";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration ONCE_IN = Duration.ofDays(1);

    private final Sql sql;
    private final CenterKeys keys;
    private final Clock clock;

    OutgoingMails(Sql sql, CenterKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    enum Kind {
        ACKNOWLEDGEMENT,
        ANSWER
    }

    enum State {
        PENDING,
        ATTEMPTING,
        SENT,
        FAILED,
        /** It may have gone out or not. */
        UNKNOWN,
        /** The mail server took it, and it came back. */
        BOUNCED
    }

    /** @param references ids of the conversation as headers name them, the nearest first */
    record Words(String to, String sender, String subject, String text, List<String> references) {
        Words {
            references = List.copyOf(references);
        }

        @Override
        public String toString() {
            return "Words";
        }
    }

    record Claimed(UUID id, UUID centerId, UUID inquiryId, Kind kind, int tries, Words words) {}

    /** In the surrounding transaction. */
    void add(UUID centerId, UUID inquiryId, Kind kind, String toHash, Words words) {
        Instant now = clock.instant();
        sql.update(
                "insert into inquiry_mail_out (id, center_id, inquiry_id, kind, to_hash, mail_encrypted, created_at,"
                        + " due_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(now),
                centerId,
                inquiryId,
                kind,
                toHash,
                keys.encrypt(centerId, Json.write(words), MAIL),
                now,
                now);
    }

    /** Whether this person was told within a day that their e-mail came. */
    boolean acknowledged(UUID centerId, String toHash) {
        return sql.first(
                        "select 1 from inquiry_mail_out where center_id = ? and to_hash = ? and created_at > ?"
                                + " and kind = 'ACKNOWLEDGEMENT'",
                        row -> true,
                        centerId,
                        toHash,
                        clock.instant().minus(ONCE_IN))
                .isPresent();
    }

    /** The next one that is due, marked as being sent: nobody else sends it. */
    Optional<Claimed> claim() {
        Instant now = clock.instant();
        return sql.first("""
                update inquiry_mail_out set state = 'ATTEMPTING', tries = tries + 1, due_at = ?
                where id = (select id from inquiry_mail_out where state = 'PENDING' and due_at <= ?
                    order by due_at limit 1 for update skip locked)
                returning *""", this::read, now.plus(LEASE), now);
    }

    private Claimed read(ResultSet row) throws SQLException {
        UUID center = row.getObject("center_id", UUID.class);
        return new Claimed(
                row.getObject("id", UUID.class),
                center,
                row.getObject("inquiry_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getInt("tries"),
                Json.convert(Json.tree(keys.decrypt(center, row.getBytes("mail_encrypted"), MAIL)), Words.class));
    }

    /** @return false where somebody has judged it meanwhile */
    boolean settle(UUID id, State state) {
        return sql.update(
                        "update inquiry_mail_out set state = ?, settled_at = ?, mail_encrypted = null"
                                + " where id = ? and state = 'ATTEMPTING'",
                        state,
                        clock.instant(),
                        id)
                == 1;
    }

    void later(UUID id, Duration wait) {
        sql.update(
                "update inquiry_mail_out set state = 'PENDING', due_at = ? where id = ? and state = 'ATTEMPTING'",
                clock.instant().plus(wait),
                id);
    }

    /** Those whose process died over them. */
    void giveUpLost() {
        sql.update(
                "update inquiry_mail_out set state = 'UNKNOWN', settled_at = ?, mail_encrypted = null"
                        + " where state = 'ATTEMPTING' and due_at < ?",
                clock.instant(),
                clock.instant());
    }

    /** @return the answer's inquiry; empty where it is no answer of ours, or known already */
    Optional<Claimed> bounced(UUID id) {
        return sql.first(
                """
                update inquiry_mail_out set state = 'BOUNCED', settled_at = ?, mail_encrypted = null
                where id = ? and state <> 'BOUNCED' returning *""",
                row -> new Claimed(
                        id,
                        row.getObject("center_id", UUID.class),
                        row.getObject("inquiry_id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("tries"),
                        null),
                clock.instant(),
                id);
    }

    /** Of the answers to an inquiry, in the order in which they were given. */
    List<State> answers(UUID centerId, UUID inquiryId) {
        return sql.list(
                "select state from inquiry_mail_out where center_id = ? and inquiry_id = ? and kind = 'ANSWER' order by id",
                row -> State.valueOf(row.getString(1)),
                centerId,
                inquiryId);
    }
}
