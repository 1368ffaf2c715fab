package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.NewestRatings;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table for the import of Letterboxd: each row is a viewing, also one without a day.
final class LetterboxdImportTable {

    private static final double TEN = 10;

    private final RecordSink sink;
    private final CsvTable table;
    private final UnknownPlays unknown = new UnknownPlays();
    private final NewestRatings ratings = new NewestRatings();

    LetterboxdImportTable(ImportFile file, String member, RecordSink sink) {
        this.sink = sink;
        this.table = CsvTable.of(file, member);
    }

    void read() {
        LetterboxdTags tags = new LetterboxdTags(sink);
        table.forEach(sink, row -> {
            film(row)
                    .ifPresentOrElse(
                            film -> viewing(row, film), () -> sink.skip(row.source(), SkipReason.NO_ITEM, row.text()));
            tags.report(row);
        });
        if (!unknown.isEmpty()) {
            table.forEach(
                    row -> film(row).filter(film -> time(row).isPresent()).ifPresent(film -> unknown.count(film, 1)));
            unknown.writeTo(sink);
        }
        ratings.writeTo(sink);
    }

    private static Optional<ImportedItem> film(CsvRow row) {
        Ids ids = CellValues.ids(row.get("imdbid"), row.get("tmdbid"), "");
        String name = row.get("title", "name");
        return name.isEmpty() && ids.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LetterboxdFilms.film(ids, name.isEmpty() ? null : name, CellValues.year(row.get("year"))));
    }

    /// @return empty if it cannot be read
    private static Optional<WatchedTime> time(CsvRow row) {
        return CellValues.time(row.get("watcheddate"), ZoneOffset.UTC);
    }

    private void viewing(CsvRow row, ImportedItem film) {
        Optional<WatchedTime> time = time(row);
        if (time.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_DATE, row.text());
        } else if (!time.get().isUnknown() || !unknown.add(film, row.source())) {
            sink.accept(new PlayRecord(row.source(), film, time.get(), PlayAction.SEEN));
        }
        WatchedTime at = time.orElse(WatchedTime.UNKNOWN);
        Double score = score(row);
        if (score != null) {
            ratings.add(new RatingRecord(row.source(), film, score, at.at()), sink);
        }
        String review = LetterboxdText.plain(row.get("review"));
        if (!review.isEmpty()) {
            sink.accept(new CommentRecord(row.source(), film, review, false, true, at.at()));
        }
    }

    private static @Nullable Double score(CsvRow row) {
        Double ofTen = CellValues.score(row.get("rating10"), TEN);
        return ofTen == null ? LetterboxdFilms.score(row) : ofTen;
    }
}
