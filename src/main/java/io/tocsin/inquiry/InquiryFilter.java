package io.tocsin.inquiry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which inquiries somebody looks for.
 *
 * @param state null for all that are not over
 * @param reason code of {@link Reasons}, {@link #NO_REASON}, or null for any
 * @param channel null for any
 * @param overdue only those whose follow-up is late
 */
record InquiryFilter(InquiryState state, String reason, InquiryChannel channel, boolean overdue) {
    /** Those of which nobody has recorded the reason. */
    static final String NO_REASON = "none";

    InquiryFilter {
        reason = reason == null || reason.isBlank() ? null : reason;
    }

    public boolean isOver() {
        return state == InquiryState.RESOLVED;
    }

    /** As the end of a page's address; empty for no filter. */
    public String query() {
        StringBuilder query = new StringBuilder();
        add(query, "state", state);
        add(query, "reason", reason);
        add(query, "channel", channel);
        add(query, "overdue", overdue ? true : null);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, Object value) {
        if (value != null) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8))
                    .append('&');
        }
    }
}
