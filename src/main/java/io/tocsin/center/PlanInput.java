package io.tocsin.center;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Mode;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.NumberType;
import io.tocsin.seat.FilledSeat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that the plan is a function of.
 *
 * @param baseUrl where the carrier reaches us, without a slash at the end
 * @param words language to what templates see, but for the center's number
 * @param notices every notice of the pack in the center's languages
 * @param quarantineDays for which a number of a type still answers after its center's end
 */
record PlanInput(
        UUID centerId,
        Mode mode,
        String organization,
        String packId,
        String packVersion,
        int factsVersion,
        List<String> languages,
        List<String> jurisdictions,
        String country,
        String baseUrl,
        Map<String, Map<String, Object>> words,
        List<CapacityProfile.NumberNeed> numbers,
        List<FilledSeat> seats,
        List<QueueNeed> queues,
        List<NoticeNeed> notices,
        Map<NumberType, Integer> quarantineDays) {
    /** @param channel as in resource names: {@code web} */
    record NoticeNeed(String name, String channel, String language) {}
}
