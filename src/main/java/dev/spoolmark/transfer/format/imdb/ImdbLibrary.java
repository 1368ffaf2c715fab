package dev.spoolmark.transfer.format.imdb;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ratings, watchlist and check-ins.
final class ImdbLibrary {

    private static final double HIGHEST = 10;

    private final CsvTable table;
    private final RecordSink sink;

    ImdbLibrary(ImportFile file, String member, RecordSink sink) {
        this.table = CsvTable.of(file, member);
        this.sink = sink;
    }

    /// Before 2017 the day of a rating was that of the entry.
    void readRatings() {
        table.forEach(
                sink,
                row -> ImdbItems.item(row, sink).ifPresent(item -> {
                    Double score = CellValues.score(row.get("your rating", "you rated"), HIGHEST);
                    if (score == null) {
                        sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
                    } else {
                        sink.accept(new RatingRecord(
                                row.source(), item, score, ImdbDates.at(row, "date rated", "created")));
                    }
                }));
    }

    /// Ratings in the watchlist are left to the table of ratings.
    void readWatchlist() {
        table.forEach(
                sink,
                row -> ImdbItems.item(row, sink).ifPresent(item -> {
                    if (item.kind() == Kind.PERSON) {
                        sink.skip(row.source(), SkipReason.OTHER_MEDIUM, row.text());
                    } else {
                        sink.accept(new WatchlistRecord(
                                row.source(),
                                item,
                                CellValues.count(row.get("position")),
                                ImdbDates.at(row, "created"),
                                note(row)));
                    }
                }));
    }

    static @Nullable String note(CsvRow row) {
        String note = row.get("description");
        return note.isEmpty() ? null : note;
    }

    /// A show cannot be watched as a whole.
    void readCheckIns() {
        UnknownPlays unknown = new UnknownPlays();
        table.forEach(sink, row -> ImdbItems.item(row, sink).ifPresent(item -> checkIn(row, item, unknown)));
        if (!unknown.isEmpty()) {
            table.forEach(row -> ImdbItems.item(row, ImdbLibrary::ignore).ifPresent(item -> unknown.count(item, 1)));
            unknown.writeTo(sink);
        }
    }

    private static void ignore(Object reported) {
        // The pass before has reported it.
    }

    private void checkIn(CsvRow row, ImportedItem item, UnknownPlays unknown) {
        if (item.kind() == Kind.SHOW || item.kind() == Kind.PERSON) {
            boolean isShow = item.kind() == Kind.SHOW;
            sink.skip(row.source(), isShow ? SkipReason.NEEDS_EPISODES : SkipReason.OTHER_MEDIUM, row.text());
            return;
        }
        Optional<WatchedTime> time = ImdbDates.time(row.get("created"));
        if (time.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_DATE, row.text());
        } else if (!time.get().isUnknown() || !unknown.add(item, row.source())) {
            sink.accept(new PlayRecord(row.source(), item, time.get(), PlayAction.CHECKIN));
        }
    }
}
