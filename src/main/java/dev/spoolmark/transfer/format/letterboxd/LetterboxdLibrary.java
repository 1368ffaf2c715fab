package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.NewestRatings;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ratings, watchlist and likes.
final class LetterboxdLibrary {

    private final ImportFile file;
    private final LetterboxdMembers members;
    private final RecordSink sink;

    LetterboxdLibrary(ImportFile file, LetterboxdMembers members, RecordSink sink) {
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        ratings();
        each(LetterboxdKind.WATCHLIST, (row, film) -> new WatchlistRecord(row.source(), film, null, date(row), null));
        each(LetterboxdKind.LIKES, (row, film) -> new FavoriteRecord(row.source(), film, null, date(row), null));
    }

    /// Makes a record of a row that names a film.
    @FunctionalInterface
    private interface RowReader {

        /// @return null if the row is reported instead
        @Nullable
        ImportRecord read(CsvRow row, ImportedItem film);
    }

    private void each(LetterboxdKind kind, RowReader reader) {
        for (String member : members.of(kind)) {
            CsvTable.of(file, member)
                    .forEach(
                            sink,
                            row -> LetterboxdFilms.film(row, sink)
                                    .map(film -> reader.read(row, film))
                                    .ifPresent(sink::accept));
        }
    }

    /// The table of ratings has the present ones. Those of the diary and of reviews are older, and count without it.
    private void ratings() {
        if (!members.of(LetterboxdKind.RATINGS).isEmpty()) {
            each(LetterboxdKind.RATINGS, this::rating);
            return;
        }
        NewestRatings newest = new NewestRatings();
        for (LetterboxdKind kind : List.of(LetterboxdKind.DIARY, LetterboxdKind.REVIEWS)) {
            members.of(kind).forEach(member -> CsvTable.of(file, member).forEach(row -> add(row, newest)));
        }
        newest.writeTo(sink);
    }

    private void add(CsvRow row, NewestRatings newest) {
        Double score = LetterboxdFilms.score(row);
        if (score != null && !row.get("name").isEmpty()) {
            LetterboxdFilms.film(row, sink)
                    .ifPresent(film -> newest.add(new RatingRecord(row.source(), film, score, date(row)), sink));
        }
    }

    private @Nullable RatingRecord rating(CsvRow row, ImportedItem film) {
        Double score = LetterboxdFilms.score(row);
        if (score == null) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
            return null;
        }
        return new RatingRecord(row.source(), film, score, date(row));
    }

    /// The day of the entry, as 12:00 UTC.
    static @Nullable Instant date(CsvRow row) {
        return CellValues.instant(row.get("date"));
    }
}
