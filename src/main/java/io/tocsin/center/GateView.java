package io.tocsin.center;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.ivr.Walk;
import io.tocsin.notice.LintFinding;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Resource;
import io.tocsin.seat.Seats;
import java.util.List;
import java.util.Map;

/**
 * All that the open gate is a function of.
 *
 * @param walk how walking every branch of the telephone script through its webhooks ended
 * @param numberTrouble what is wrong with the numbers that notices print
 * @param missingFacts mandatory facts that are not filled in
 * @param queues that the script sends callers to
 * @param signedIn seats at which somebody is at work
 * @param neededSeats seats that the pack wants for the first hour
 */
record GateView(
        List<Resource> resources,
        Walk walk,
        List<Phrase> numberTrouble,
        List<Violation> missingFacts,
        List<LintFinding> lint,
        List<QueueNeed> queues,
        List<Seats.AtWork> signedIn,
        int neededSeats,
        Map<String, GateCheck.Override> overrides) {}
