package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetAsideCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "＝1",
                "=cmd|' /C calc'!A0"
            })
    void nothingBecomesAFormula(String cell) {
        StringBuilder text = new StringBuilder();

        SetAsideCsv.cell(text, cell);

        assertThat(text.toString()).startsWith("\"'");
    }

    @Property(tries = 2_000)
    void aCellStaysOneCellWhateverItHolds(@ForAll String first, @ForAll String second) {
        StringBuilder text = new StringBuilder();
        SetAsideCsv.cell(text, first);
        SetAsideCsv.cell(text.append(','), second);

        List<CsvRecord> records =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text.toString()).stream().toList();

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().getFieldCount()).isEqualTo(2);
    }

    @Test
    void theRowIsToldInTheReadersLanguage() {
        var row = new SetAsideRows.Row(7, true, List.of(Remark.NO_CONTACT), new String[] {"山田", "=1"});

        assertThat(new SetAsideCsv("ja").row(row))
                .isEqualTo("7,\"未取込\",\"" + Remark.NO_CONTACT.words().ja() + "\",\"山田\",\"'=1\"\r\n");
        assertThat(new SetAsideCsv("en").header(List.of(new Mapping.Column("氏名", "name"))))
                .isEqualTo("\"Line\",\"Result\",\"Why\",\"氏名\"\r\n");
    }
}
