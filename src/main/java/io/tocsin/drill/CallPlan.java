package io.tocsin.drill;

import java.util.Map;
import java.util.Set;

/**
 * What a call is to be before it begins.
 *
 * @param direction {@code inbound} or {@code outbound-api}
 * @param url first document; empty where {@code twiml} stands in its place
 * @param extra further form fields of each webhook ({@code AnsweredBy})
 * @param impatienceSeconds life seconds in a queue before the caller hangs up; 0 for never
 * @param statusEvents what is told besides the end: {@code answered}
 * @param invitation the conference that whoever picks up is in; null for a call that does what documents say
 */
record CallPlan(
        String sid,
        String from,
        String to,
        String direction,
        String url,
        String method,
        String twiml,
        String fallbackUrl,
        String statusCallback,
        Caller caller,
        Map<String, String> extra,
        double impatienceSeconds,
        Set<String> statusEvents,
        Invitation invitation) {
    /** A place in a conference. */
    record Invitation(Conference conference, Conference.Guest guest) {}

    /** Somebody picked up. */
    CallPlan answeredBy(Caller person, Map<String, String> known) {
        return new CallPlan(
                sid,
                from,
                to,
                direction,
                url,
                method,
                twiml,
                fallbackUrl,
                statusCallback,
                person,
                known,
                impatienceSeconds,
                statusEvents,
                invitation);
    }
}
