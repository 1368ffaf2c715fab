package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.record.SkipReason;
import org.jspecify.annotations.Nullable;

/// What became of a record that was written.
///
/// @param number how much was added
/// @param before the row that was there before, as JSON
/// @param after what was stored, as JSON
/// @param reason of one that is skipped
record WriteResult(
        RowOutcome outcome,
        long number,
        @Nullable String before,
        @Nullable String after,
        @Nullable SkipReason reason) {

    static final WriteResult PRESENT = new WriteResult(RowOutcome.PRESENT, 0, null, null, null);

    static WriteResult added(String after) {
        return new WriteResult(RowOutcome.ADDED, 1, null, after, null);
    }

    static WriteResult changed(String before, String after) {
        return new WriteResult(RowOutcome.CHANGED, 1, before, after, null);
    }

    static WriteResult skipped(SkipReason reason) {
        return new WriteResult(RowOutcome.SKIPPED, 0, null, null, reason);
    }
}
