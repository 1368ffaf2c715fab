package dev.spoolmark.transfer.format.movary;

import dev.spoolmark.catalog.Ids;
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
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of the tables of Movary.
final class MovaryTable {

    static final String WATCHED_AT = "watchedat";
    static final String USER_RATING = "userrating";
    static final String ADDED_AT = "addedat";

    private static final double HIGHEST = 10;

    private final CsvTable table;
    private final RecordSink sink;
    private final UnknownPlays unknown = new UnknownPlays();

    MovaryTable(ImportFile file, String member, RecordSink sink) {
        this.table = CsvTable.of(file, member);
        this.sink = sink;
    }

    /// Each row is a play, at a day or at an unknown time.
    void readHistory() {
        table.forEach(sink, row -> movie(row, sink).ifPresent(movie -> play(row, movie)));
        if (!unknown.isEmpty()) {
            table.forEach(row -> movie(row, MovaryTable::ignore)
                    .filter(movie -> time(row).isPresent())
                    .ifPresent(movie -> unknown.count(movie, 1)));
            unknown.writeTo(sink);
        }
    }

    private static void ignore(Object reported) {
        // The pass before has reported it.
    }

    /// @return empty if the row names none; the row is then reported
    private static Optional<ImportedItem> movie(CsvRow row, RecordSink sink) {
        Ids ids = CellValues.ids(row.get("imdbid"), row.get("tmdbid"), "");
        String title = row.get("title");
        if (ids.isEmpty() && title.isEmpty()) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return Optional.empty();
        }
        return Optional.of(ImportedItem.movie(ids, title.isEmpty() ? null : title, CellValues.year(row.get("year"))));
    }

    /// @return empty if it cannot be read
    private static Optional<WatchedTime> time(CsvRow row) {
        return CellValues.time(row.get(WATCHED_AT), ZoneOffset.UTC);
    }

    private void play(CsvRow row, ImportedItem movie) {
        Optional<WatchedTime> time = time(row);
        if (time.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_DATE, row.text());
            return;
        }
        if (!time.get().isUnknown() || !unknown.add(movie, row.source())) {
            sink.accept(new PlayRecord(row.source(), movie, time.get(), PlayAction.SEEN));
        }
        String details = Stream.of(row.get("comment"), row.get("location"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (!details.isEmpty()) {
            sink.skip(row.source(), SkipReason.NOT_SUPPORTED, details);
        }
    }

    void readRatings() {
        table.forEach(
                sink,
                row -> movie(row, sink).ifPresent(movie -> {
                    Double score = CellValues.score(row.get(USER_RATING), HIGHEST);
                    if (score == null) {
                        sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
                    } else {
                        sink.accept(new RatingRecord(row.source(), movie, score, null));
                    }
                }));
    }

    void readWatchlist() {
        table.forEach(
                sink,
                row -> movie(row, sink)
                        .ifPresent(movie -> sink.accept(new WatchlistRecord(
                                row.source(), movie, null, CellValues.instant(row.get(ADDED_AT)), null))));
    }
}
