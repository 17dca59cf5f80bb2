package io.tocsin.console;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Names the present state of our own style sheet and script, so that browsers keep them only as long as they hold. */
@TemplateExtension(namespace = "asset")
final class Assets {
    private static volatile String version;

    private Assets() {}

    /** {@code {asset:version}} */
    static String version() {
        if (version == null) {
            CRC32 sum = new CRC32();
            add(sum, "/META-INF/resources/assets/console.css");
            add(sum, "/META-INF/resources/assets/console.js");
            version = Long.toHexString(sum.getValue());
        }
        return version;
    }

    private static void add(CRC32 sum, String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the package lacks " + resource);
            }
            sum.update(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
