package io.tocsin.riskpack;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders the texts of packs. They are written by people outside the product, so the engine knows only {@code if} and
 * {@code for}, reads only plain maps, refuses a name that is not there, and stops at a length.
 */
public final class PackTexts {
    /** No text of a pack is longer than this when rendered, in characters. */
    static final int LONGEST = 200_000;

    private static final Pattern LOOP_NAME = Pattern.compile("\\{#for\\s+([A-Za-z_]\\w*)\\s+in\\s");

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addSectionHelper(new LoopSectionHelper.Factory())
            .addValueResolvers(
                    ValueResolvers.mapResolver(),
                    ValueResolvers.mapperResolver(),
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
        Set<String> names = new LinkedHashSet<>();
        references(file, line, text, findings).forEach(r -> names.add(r.name()));
        return names;
    }

    /** Reads a text and reports every name in it that is neither a fact of the pack nor one of the center's own. */
    public static void check(String file, int line, String text, FactSchema facts, Findings findings) {
        Set<String> known = FactNames.known(facts);
        for (Reference reference : references(file, line, text, findings)) {
            if (!known.contains(reference.name())) {
                findings.add(
                        file,
                        reference.line(),
                        Phrase.of(
                                        "'%s' is not a fact of this pack: add it to facts.yaml or correct the name",
                                        "'%s' はこのパックの項目にありません。facts.yaml に追加するか、名前を直してください")
                                .with(reference.name()));
            }
        }
    }

    private static List<Reference> references(String file, int line, String text, Findings findings) {
        try {
            Set<String> loopNames = loopNames(text);
            List<Reference> references = new ArrayList<>();
            for (Expression e : ENGINE.parse(text).getExpressions()) {
                if (!e.isLiteral() && !e.getParts().isEmpty()) {
                    String name = e.getParts().get(0).getName();
                    if (loopNames.stream().noneMatch(l -> name.equals(l) || name.startsWith(l + "_"))) {
                        references.add(new Reference(name, line + e.getOrigin().getLine() - 1));
                    }
                }
            }
            return references;
        } catch (TemplateException e) {
            int at = e.getOrigin() == null ? line : line + e.getOrigin().getLine() - 1;
            findings.add(
                    file,
                    at,
                    Phrase.of("This text cannot be read as a template: %s", "テンプレートとして読めません: %s")
                            .with(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private static Set<String> loopNames(String text) {
        Set<String> names = new LinkedHashSet<>(Set.of("it"));
        Matcher loop = LOOP_NAME.matcher(text);
        while (loop.find()) {
            names.add(loop.group(1));
        }
        return names;
    }

    /** @throws TemplateException if the text names something that {@code data} does not hold */
    public static String render(String text, Map<String, ?> data) {
        Template template = ENGINE.parse(text);
        StringBuilder out = new StringBuilder();
        try {
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
        } catch (CompletionException e) {
            throw e.getCause() instanceof TemplateException t ? t : e;
        }
        return out.toString();
    }

    private record Reference(String name, int line) {}
}
