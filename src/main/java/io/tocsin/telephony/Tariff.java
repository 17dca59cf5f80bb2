package io.tocsin.telephony;

import io.tocsin.platform.Phrase;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a number of one country and type is expected to cost and to take. An estimate.
 *
 * @param monthly for one number; empty where nobody told us
 * @param inboundPerMinute of a call that comes in; empty where nobody told us
 * @param lead until a number that is bought answers
 * @param papers whether a verified address or documents must be with the carrier before
 * @param note what else to know
 * @param source where this comes from
 * @param verified whether somebody of ours has checked it
 */
public record Tariff(
        Optional<BigDecimal> monthly,
        Optional<BigDecimal> inboundPerMinute,
        LeadTime lead,
        boolean papers,
        Optional<Phrase> note,
        String source,
        boolean verified) {}
