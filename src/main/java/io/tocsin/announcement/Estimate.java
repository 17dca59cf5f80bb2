package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What an announcement will take, before anything is sent.
 *
 * @param recipients addressed in all, opt-outs included
 * @param byChannel whom the first channel that reaches them is
 * @param unreachable whom no channel of the announcement reaches
 * @param suppressed have opted out and get nothing
 * @param segments SMS segments in all
 * @param cost of those, in {@code currency}
 * @param secondsAtCarrier the carrier's rate alone: segments by what its senders take per second
 * @param secondsAtPace what the announcement's own pace takes; null where it has none
 * @param quietNow recipients whose quiet hours it is now
 * @param messages per channel and language, as somebody would read them
 */
record Estimate(
        long recipients,
        Map<Channel, Long> byChannel,
        long unreachable,
        long suppressed,
        long segments,
        BigDecimal cost,
        String currency,
        int senders,
        BigDecimal segmentsPerSecond,
        long secondsAtCarrier,
        Long secondsAtPace,
        long quietNow,
        List<Sample> messages) {

    /** @param encoding GSM-7 or UCS-2; null for what is no SMS, as is segments */
    record Sample(Channel channel, String language, String subject, String text, String encoding, Integer segments) {
        static Sample of(Message message) {
            return new Sample(
                    message.channel(),
                    message.language(),
                    message.subject(),
                    message.body(),
                    message.segments() == null ? null : message.segments().gsm7() ? "GSM-7" : "UCS-2",
                    message.segments() == null ? null : message.segments().segments());
        }
    }
}
