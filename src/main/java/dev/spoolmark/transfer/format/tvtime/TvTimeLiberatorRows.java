package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The table of an export of the Liberator. The ids of an episode are its own. A show is marked for the watchlist as
/// soon as one of its episodes is unwatched, so that only one without any watched episode is on it.
final class TvTimeLiberatorRows {

    /// The most shows with watched episodes that are known. Beyond it, a show is taken for watched.
    private static final int MAX_SHOWS = 50_000;

    private final RecordSink sink;
    private final TvTimePlays plays;
    private final TvTimeLibrary library;
    private final Set<String> watchedShows = new HashSet<>();

    TvTimeLiberatorRows(RecordSink sink, TvTimePlays plays, TvTimeLibrary library) {
        this.sink = sink;
        this.plays = plays;
        this.library = library;
    }

    void read(ImportFile file, String member) {
        CsvTable.of(file, member).forEach(sink, row -> {
            if (row.get("type").equals("episode")
                    && CellValues.isTrue(row.get("is_watched"))
                    && watchedShows.size() < MAX_SHOWS) {
                watchedShows.add(row.get("title"));
            }
        });
        CsvTable.of(file, member).forEach(this::row);
    }

    private void row(CsvRow row) {
        Ids ids = TvTimeItems.ids(row.get("imdb_id"), row.get("tvdb_id"));
        String title = row.get("title");
        switch (row.get("type").toLowerCase(Locale.ROOT)) {
            case "episode" -> episode(row, ids).ifPresentOrElse(item -> watched(row, item), () -> noItem(row));
            case "show", "series" -> show(row, TvTimeItems.show(ids, title));
            case "movie", "" -> movie(row, TvTimeItems.movie(ids, title, "", ""));
            default -> sink.skip(row.source(), SkipReason.OTHER_MEDIUM, row.text());
        }
    }

    private static Optional<ImportedItem> episode(CsvRow row, Ids own) {
        return TvTimeItems.episode(
                TvTimeItems.show(Ids.NONE, row.get("title")),
                CellValues.count(row.get("season")),
                CellValues.count(row.get("episode")),
                own,
                CellValues.isTrue(row.get("is_special")));
    }

    private void watched(CsvRow row, ImportedItem item) {
        if (CellValues.isTrue(row.get("is_watched"))) {
            plays.addOnce(row.source(), item, row.get("watched_at"), 1);
        }
        rating(row, item);
    }

    private void show(CsvRow row, ImportedItem show) {
        if (!TvTimeObjects.isNamed(show)) {
            noItem(row);
        } else if (library.addOnce(show)) {
            boolean isWatched = watchedShows.size() >= MAX_SHOWS || watchedShows.contains(row.get("title"));
            if (row.get("status").equals("stopped")) {
                library.state(row.source(), show, "stopped", "");
            } else if (CellValues.isTrue(row.get("is_watchlisted")) && !isWatched) {
                library.watchlist(row.source(), show, "");
            }
            rating(row, show);
        }
    }

    private void movie(CsvRow row, ImportedItem movie) {
        if (!TvTimeObjects.isNamed(movie)) {
            noItem(row);
        } else if (library.addOnce(movie)) {
            watched(row, movie);
            if (CellValues.isTrue(row.get("is_watchlisted")) && !CellValues.isTrue(row.get("is_watched"))) {
                library.watchlist(row.source(), movie, "");
            }
        }
    }

    private void rating(CsvRow row, ImportedItem item) {
        String cell = row.get("rating");
        Double score = CellValues.score(cell, 10);
        if (score != null) {
            sink.accept(new RatingRecord(row.source(), item, score, null));
        } else if (!CellValues.isNothing(cell) && !cell.equals("0")) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
        }
    }

    private void noItem(CsvRow row) {
        sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
    }
}
