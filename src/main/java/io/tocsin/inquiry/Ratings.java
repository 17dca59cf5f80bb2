package io.tocsin.inquiry;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The one question at the end: how did it go? Only whoever was there can answer it. */
@ApplicationScoped
public class Ratings {
    private static final int LETTERS = 20;

    private final Sql sql;
    private final CenterKeys keys;

    Ratings(Sql sql, CenterKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** Lets whoever holds it rate this inquiry. */
    public String ticket(UUID inquiryId) {
        return keys.lookupHash("rating " + inquiryId).substring(0, LETTERS);
    }

    /**
     * @param stars from 1 to 5
     * @return false where the ticket is not the inquiry's or the stars are none; then nothing changed
     */
    public boolean rate(UUID centerId, UUID inquiryId, String ticket, int stars) {
        boolean genuine = ticket != null
                && MessageDigest.isEqual(
                        ticket.getBytes(StandardCharsets.UTF_8),
                        ticket(inquiryId).getBytes(StandardCharsets.UTF_8));
        return genuine
                && stars >= 1
                && stars <= 5
                && sql.update(
                                "update inquiry set satisfaction = ? where center_id = ? and id = ?",
                                stars,
                                centerId,
                                inquiryId)
                        == 1;
    }
}
