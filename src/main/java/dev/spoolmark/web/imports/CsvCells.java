package dev.spoolmark.web.imports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Writes CSV (RFC 4180) for people who open it in a spreadsheet: a cell that it would run as a formula begins with an
/// apostrophe (`docs/security.md#sec-o4`).
final class CsvCells {

    /// First characters of formulas, also in their full-width forms.
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCells() {}

    static void line(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean isQuoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String behindBlanks = text.stripLeading();
        return FORMULA.indexOf(text.charAt(0)) >= 0
                || (!behindBlanks.isEmpty() && FORMULA.indexOf(behindBlanks.charAt(0)) >= 0);
    }
}
