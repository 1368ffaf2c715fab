package dev.spoolmark.transfer.format;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Scores in cells. An empty cell and 0 mean that the item is not rated; anything else that is no score is skipped.
public final class RatingCells {

    private static final Pattern ZERO = Pattern.compile("-?0+(?:[.,]0*)?");

    private RatingCells() {}

    /// Writes a rating, or a skipped row, or nothing.
    ///
    /// @param highest of the scale, such as 10
    /// @param at null if unknown
    public static void write(
            RecordSink sink,
            RecordSource source,
            ImportedItem item,
            String cell,
            double highest,
            @Nullable Instant at) {
        Double score = CellValues.score(cell, highest);
        if (score != null) {
            sink.accept(new RatingRecord(source, item, score, at));
        } else if (!CellValues.isNothing(cell) && !ZERO.matcher(cell).matches()) {
            sink.skip(source, SkipReason.INVALID_VALUE, cell);
        }
    }
}
