package io.tocsin.audience;

import java.nio.charset.Charset;

/** How a list is written. */
sealed interface ListFormat {
    /** @param delimiter comma, tab or semicolon */
    record Csv(Charset charset, char delimiter) implements ListFormat {}

    /** A workbook, of which the first sheet is read. */
    record Xlsx() implements ListFormat {}

    default String code() {
        return switch (this) {
            case Csv csv -> "csv";
            case Xlsx xlsx -> "xlsx";
        };
    }
}
