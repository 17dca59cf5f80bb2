package io.tocsin.desk;

import io.quarkus.qute.RawString;
import io.tocsin.console.Form;
import io.tocsin.inquiry.InquiryOutcome;
import io.tocsin.inquiry.Reasons;
import io.tocsin.platform.Phrase;
import java.util.List;

/**
 * What the desk's page shows.
 *
 * @param path of the page
 * @param live of its stream, with what this page shows already
 * @param seat null for who has none
 * @param state part of the page, as are contact, waiting and messages; null before checking in
 * @param hand the conversation at hand; null for none
 * @param reason to begin the record with
 * @param campaigns calls that the agent may make; null while somebody is on the line
 * @param said notice after something was done; null for none
 */
record DeskView(
        String path,
        String live,
        boolean supervisor,
        boolean drill,
        SeatView seat,
        boolean atWork,
        List<Phrase> rules,
        Form form,
        RawString state,
        RawString contact,
        RawString waiting,
        RawString messages,
        ContactView hand,
        List<Reasons.Reason> reasons,
        List<InquiryOutcome> outcomes,
        String reason,
        TalkSteps.Talk talk,
        int factsVersion,
        CampaignCallsView campaigns,
        Phrase said,
        boolean warn) {}
