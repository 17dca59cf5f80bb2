package io.tocsin.ivr;

import io.tocsin.platform.Mode;
import java.util.List;
import java.util.Map;

/**
 * What a published script is made of; the spec of a resource of kind {@code ivr-script}.
 *
 * @param packVersion the version that the center pinned
 * @param factsVersion of the center's fact sheet
 * @param languages spoken to callers, the first one for those who never choose
 * @param jurisdictions of the center, most important first; decides which emergency number callers in danger hear
 * @param words language to fact name to the fact as it is spoken, every fact of the pack's schema included
 * @param workflowResource name of the routing workflow's resource, a dependency
 * @param numberResource name of the main number's resource, a dependency with an output {@code phoneNumber}; null if
 *     the script goes out before its number
 * @param noticeResources language to name of the published notice's resource, a dependency with an output {@code url};
 *     empty if {@code words} has the address already
 */
public record IvrScriptSpec(
        String packId,
        String packVersion,
        String factsVersion,
        List<String> languages,
        List<String> jurisdictions,
        Map<String, Map<String, Object>> words,
        Mode mode,
        String workflowResource,
        String numberResource,
        Map<String, String> noticeResources) {
    public static final String KIND = "ivr-script";

    public IvrScriptSpec {
        languages = List.copyOf(languages);
        jurisdictions = jurisdictions == null ? List.of() : List.copyOf(jurisdictions);
        noticeResources = noticeResources == null ? Map.of() : Map.copyOf(noticeResources);
    }
}
