package io.tocsin.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.riskpack.FactSchema;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the notices of a center are held against.
 *
 * @param organization name as it must stand in every notice
 * @param centerNumbers the center's numbers, in E.164
 * @param countries ISO 3166 codes by whose rules numbers in the text are read
 * @param noticeUrls addresses of the center's notice pages
 */
public record LintContext(
        FactSchema schema,
        JsonNode facts,
        String organization,
        Set<String> centerNumbers,
        List<String> countries,
        Collection<String> noticeUrls) {
    public LintContext {
        centerNumbers = Set.copyOf(centerNumbers);
        countries = List.copyOf(countries);
        noticeUrls = List.copyOf(noticeUrls);
    }
}
