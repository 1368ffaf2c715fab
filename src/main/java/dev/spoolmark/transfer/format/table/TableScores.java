package dev.spoolmark.transfer.format.table;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.transfer.file.CellValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ratings: `8`, `8,5`, `4/5`, `80 %`.
final class TableScores {

    static final int HUNDRED = 100;

    private static final Pattern OF_SCALE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*/\\s*(5|10|100)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,4})?");

    private TableScores() {}

    /// A score from 1 to 10; null for none or one that cannot be read.
    ///
    /// @param highest of the scale of cells that do not name theirs
    static @Nullable Double score(String cell, int highest) {
        Matcher ofScale = OF_SCALE.matcher(cell);
        if (ofScale.matches()) {
            return CellValues.score(ofScale.group(1), AsciiNumber.parseInt(ofScale.group(2)));
        }
        Matcher percent = PERCENT.matcher(cell);
        return percent.matches() ? CellValues.score(percent.group(1), HUNDRED) : CellValues.score(cell, highest);
    }

    /// The number of a cell that does not name its scale; 0 for others.
    static double plain(String cell) {
        return PLAIN.matcher(cell).matches()
                ? AsciiNumber.parseDecimal(cell.replace(',', '.')).doubleValue()
                : 0;
    }
}
