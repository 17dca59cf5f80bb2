package io.tocsin.drill;

import java.util.Map;

/**
 * What a call is to be before it begins.
 *
 * @param direction {@code inbound} or {@code outbound-api}
 * @param url first document; empty where {@code twiml} stands in its place
 * @param extra further form fields of each webhook ({@code AnsweredBy})
 * @param impatienceSeconds life seconds in a queue before the caller hangs up; 0 for never
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
        double impatienceSeconds) {}
