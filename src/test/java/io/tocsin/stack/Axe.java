package io.tocsin.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a page can be used by everybody, as far as axe-core can tell. */
public final class Axe {
    private static final String FINDINGS = """
        async () => (await axe.run(document, {resultTypes: ['violations']})).violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.impact + ' ' + v.id + ': ' + v.help + ' at '
            + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
        """;

    private static String script;

    private Axe() {}

    /** Fails where the page has a serious or critical finding. */
    public static void check(Page page, String name) {
        page.evaluate(script());
        @SuppressWarnings("unchecked")
        List<String> findings = (List<String>) page.evaluate(FINDINGS);
        assertThat(findings)
                .as("serious or critical findings on page '%s' (%s)", name, page.url())
                .isEmpty();
    }

    private static synchronized String script() {
        if (script == null) {
            try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
                if (in == null) {
                    throw new IllegalStateException("axe-core is not among the test's dependencies");
                }
                script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return script;
    }
}
