package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a row says beside plays: its status, score and notes. A planned item is on the watchlist. A paused show is
/// hidden from the progress, and a dropped one counts as dropped.
final class YamtrackStates {

    private static final double HIGHEST = 10;

    private final RecordSink sink;
    private final RecordSink ratings;

    /// @param ratings receives the ratings
    YamtrackStates(RecordSink sink, RecordSink ratings) {
        this.sink = sink;
        this.ratings = ratings;
    }

    void read(CsvRow row, ImportedItem item) {
        status(row, item);
        RatingCells.write(ratings, row.source(), item, row.get("score"), HIGHEST, created(row));
        String notes = row.get("notes");
        if (!notes.isEmpty()) {
            sink.accept(new NoteRecord(row.source(), item, notes, created(row)));
        }
    }

    private void status(CsvRow row, ImportedItem item) {
        switch (YamtrackPlays.status(row)) {
            case "planning" -> sink.accept(new WatchlistRecord(row.source(), item, null, created(row), null));
            case "paused" -> hidden(row, item, HiddenSection.PROGRESS);
            case "dropped" ->
                hidden(row, item, item.kind() == Kind.SHOW ? HiddenSection.DROPPED : HiddenSection.PROGRESS);
            case "completed", "repeating" -> {
                // Plays say so.
            }
            case "in progress", "" -> {
                if (item.kind() == Kind.MOVIE) {
                    sink.skip(row.source(), SkipReason.NOT_WATCHED, row.text());
                }
            }
            default -> sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
        }
    }

    private void hidden(CsvRow row, ImportedItem item, HiddenSection section) {
        if (item.kind() == Kind.SHOW || item.kind() == Kind.SEASON) {
            Instant at = CellValues.instant(row.get("progressed_at", "progress_changed"));
            sink.accept(new HiddenRecord(row.source(), item, section, at));
        } else if (item.kind() == Kind.MOVIE) {
            sink.skip(row.source(), SkipReason.NOT_WATCHED, row.text());
        }
    }

    /// When the row was made, or last changed in files of 2025.
    private static @Nullable Instant created(CsvRow row) {
        return CellValues.instant(row.get("created_at", "progressed_at", "progress_changed"));
    }
}
