package io.tocsin.riskpack;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Renders the texts of packs. They are written by people outside the product, so the engine knows only {@code if} and
 * {@code for}, reads only plain maps, refuses a name that is not there, and stops at a length.
 */
public final class PackTexts {
    /** No text of a pack is longer than this when rendered, in characters. */
    static final int LONGEST = 200_000;

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addSectionHelper(new LoopSectionHelper.Factory())
            .addValueResolvers(
                    ValueResolvers.mapResolver(),
                    ValueResolvers.collectionResolver(),
                    ValueResolvers.listResolver(),
                    ValueResolvers.thisResolver(),
                    ValueResolvers.orResolver(),
                    ValueResolvers.trueResolver(),
                    ValueResolvers.logicalAndResolver(),
                    ValueResolvers.logicalOrResolver(),
                    ValueResolvers.rawResolver())
            .strictRendering(true)
            .timeout(2_000)
            .build();

    private PackTexts() {}

    /** The names at the root of a text's expressions ({@code hazard} for {@code {hazard}}); findings where it cannot be read. */
    public static Set<String> names(String file, int line, String text, Findings findings) {
        try {
            Set<String> names = new LinkedHashSet<>();
            ENGINE.parse(text).getExpressions().forEach(e -> {
                if (!e.isLiteral() && !e.getParts().isEmpty()) {
                    names.add(e.getParts().get(0).getName());
                }
            });
            return names;
        } catch (TemplateException e) {
            int at = e.getOrigin() == null ? line : line + e.getOrigin().getLine() - 1;
            findings.add(file, at, Phrase.same(String.valueOf(e.getMessage())));
            return Set.of();
        }
    }

    /** @throws TemplateException if the text names something that {@code data} does not hold */
    public static String render(String text, Map<String, ?> data) {
        Template template = ENGINE.parse(text);
        StringBuilder out = new StringBuilder();
        template.instance()
                .data(data)
                .consume(part -> {
                    if (out.length() + part.length() > LONGEST) {
                        throw new TemplateException("a text grows beyond " + LONGEST + " characters");
                    }
                    out.append(part);
                })
                .toCompletableFuture()
                .join();
        return out.toString();
    }
}
