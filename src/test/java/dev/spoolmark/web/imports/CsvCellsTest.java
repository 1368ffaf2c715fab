package dev.spoolmark.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "＠x"})
    void aFormulaBecomesText(String cell) {
        assertThat(CsvCells.cell(cell)).isEqualTo("'" + cell);
    }

    @Test
    void cellsAreQuotedWhereTheFormatNeedsIt() {
        assertThat(CsvCells.cell("One, \"two\"")).isEqualTo("\"One, \"\"two\"\"\"");
        assertThat(CsvCells.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(CsvCells.cell("\rline")).isEqualTo("\"'\rline\"");
        assertThat(CsvCells.cell("a = b")).isEqualTo("a = b");
        assertThat(CsvCells.cell("")).isEmpty();
    }
}
