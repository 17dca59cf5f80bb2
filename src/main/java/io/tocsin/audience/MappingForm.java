package io.tocsin.audience;

import io.tocsin.console.Form;
import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a list would be read, as a form: a choice per column, with samples.
 *
 * @param reads whether the reader may see people's data; samples are masked otherwise
 */
record MappingForm(Imports.Preview preview, List<Column> columns, List<Choice> choices, boolean reads) {
    private static final int SAMPLES = 3;
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "windows-31j", "UTF-16LE", "UTF-16BE", "EUC-JP", "ISO-2022-JP", "windows-1252");

    /**
     * @param field name of the choice in the form, and of the violation where it is wrong
     * @param kind what is chosen
     * @param name of a kind that needs one; empty otherwise
     */
    record Column(String field, String header, String kind, String name, List<String> samples) {}

    record Choice(String code, Phrase words, boolean named) {}

    static MappingForm of(Imports.Preview preview, Form form, boolean reads) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < preview.columns().size(); i++) {
            Imports.ColumnPreview column = preview.columns().get(i);
            ColumnTarget target = ColumnTarget.read(column.to()).orElse(ColumnTarget.IGNORE);
            columns.add(new Column(
                    field(i),
                    column.header(),
                    form.isWrong() ? form.value(field(i)) : target.kind().code(),
                    form.isWrong() ? form.value(name(i)) : target.name(),
                    column.samples().stream()
                            .limit(SAMPLES)
                            .map(sample -> reads ? sample : masked(sample))
                            .toList()));
        }
        List<Choice> choices = Arrays.stream(ColumnTarget.Kind.values())
                .map(kind -> new Choice(kind.code(), TargetWords.of(kind), kind.isNamed()))
                .toList();
        return new MappingForm(preview, columns, choices, reads);
    }

    /** Those that lists come in, and this list's own. */
    public List<String> encodings() {
        String own = preview.encoding();
        return ENCODINGS.contains(own)
                ? ENCODINGS
                : Stream.concat(Stream.of(own), ENCODINGS.stream()).toList();
    }

    public boolean isTab() {
        return "\t".equals(preview.delimiter());
    }

    /** The mapping as it was corrected. A named kind without a name is one that the check refuses. */
    static Mapping read(Imports.Preview preview, Form form) {
        List<Mapping.Column> columns = new ArrayList<>();
        for (int i = 0; i < preview.columns().size(); i++) {
            String kind = form.value(field(i));
            boolean named = ColumnTarget.read(kind + ":x").isPresent();
            columns.add(new Mapping.Column(
                    preview.columns().get(i).header(), named ? kind + ":" + form.value(name(i)) : kind));
        }
        return new Mapping(preview.format(), preview.encoding(), preview.delimiter(), preview.headerRow(), columns);
    }

    /** As much as tells what kind of value it is. */
    static String masked(String sample) {
        return sample.isEmpty() ? "" : sample.substring(0, sample.offsetByCodePoints(0, 1)) + "•••";
    }

    private static String field(int column) {
        return "columns[" + column + "].to";
    }

    private static String name(int column) {
        return "columns[" + column + "].name";
    }
}
