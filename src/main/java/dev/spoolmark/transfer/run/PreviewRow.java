package dev.spoolmark.transfer.run;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import org.jspecify.annotations.Nullable;

/// A record of a file as a preview shows it.
///
/// @param label the item or list in words, at most 200 characters
/// @param time of a play; null for other records
/// @param score of a rating, from 1 to 10; null for other records
public record PreviewRow(
        String label, @Nullable WatchedTime time, @Nullable Double score) {

    private static final int LABEL = 200;

    static PreviewRow of(ImportRecord imported) {
        String label = shortened(RecordBatches.label(imported));
        return switch (imported) {
            case PlayRecord play -> new PreviewRow(label, play.time(), null);
            case RatingRecord rating -> new PreviewRow(label, null, rating.score());
            default -> new PreviewRow(label, null, null);
        };
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LABEL)) + "…";
    }
}
