package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What announcements have told one person. */
@ApplicationScoped
public class SentMessages {
    private final Sql sql;

    SentMessages(Sql sql) {
        this.sql = sql;
    }

    /** @param factsVersion of the facts that the message told */
    public record Sent(Channel channel, String title, DeliveryState state, int factsVersion, Instant at) {
        public Phrase by() {
            return ChannelWords.of(channel);
        }
    }

    /** Newest first. */
    public List<Sent> to(UUID recipientId, int most) {
        return sql.list(
                """
                select d.channel, a.title, d.state, d.facts_version, coalesce(d.settled_at, d.attempted_at) at
                from delivery d join announcement a on a.id = d.announcement_id
                where d.recipient_id = ? and d.attempted_at is not null order by at desc limit ?""",
                row -> new Sent(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("title"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("facts_version"),
                        Sql.instant(row, "at")),
                recipientId,
                most);
    }
}
