package io.tocsin.closure;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of what is written at the end. */
@ConfigMapping(prefix = "tocsin.closure")
interface ReportConfig {
    /** TrueType font for reports as PDF in other than Latin letters; without it those are web pages only. */
    Optional<Path> reportFont();
}
