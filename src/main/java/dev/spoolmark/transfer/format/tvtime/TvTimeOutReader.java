package dev.spoolmark.transfer.format.tvtime;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.tvtime.TvTimeOutMembers.TvTimeOutKind;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads an export of TV Time Out. It has the same shows and movies as JSON, which says more, and as tables.
final class TvTimeOutReader {

    private final ImportFile file;
    private final TvTimeOutMembers members;
    private final RecordSink sink;
    private final TvTimePlays plays;
    private final TvTimeLibrary library;

    TvTimeOutReader(ImportFile file, RecordSink sink) {
        this.file = file;
        this.members = new TvTimeOutMembers(file);
        this.sink = sink;
        this.plays = new TvTimePlays(sink);
        this.library = new TvTimeLibrary(sink);
    }

    void read() {
        TvTimeObjects objects = new TvTimeObjects(file, sink, plays, library);
        members.documents(TvTimeOutKind.SERIES).forEach(objects::shows);
        each(TvTimeOutKind.EPISODES, this::episode);
        each(TvTimeOutKind.SERIES, this::show);
        members.documents(TvTimeOutKind.MOVIES).forEach(objects::movies);
        each(TvTimeOutKind.MOVIES, this::movie);
        new TvTimeOutLists(this::each, movieIndex(), sink).read();
        each(TvTimeOutKind.FAILED, row -> sink.skip(row.source(), SkipReason.FAILED_AT_SOURCE, row.text()));
    }

    private void each(TvTimeOutKind kind, Consumer<CsvRow> consumer) {
        members.tables(kind).forEach(member -> CsvTable.of(file, member).forEach(sink, consumer));
    }

    /// Movies in lists have no ids but those of TV Time.
    private TvTimeIndex movieIndex() {
        TvTimeIndex index = new TvTimeIndex();
        if (!members.tables(TvTimeOutKind.LISTS).isEmpty()) {
            members.documents(TvTimeOutKind.MOVIES)
                    .forEach(member -> JsonElements.forEach(
                            file, member, (source, row) -> index.addMovie(text(row, "uuid"), TvTimeItems.movie(row))));
            members.tables(TvTimeOutKind.MOVIES)
                    .forEach(member ->
                            CsvTable.of(file, member).forEach(row -> index.addMovie(row.get("uuid"), movieOf(row))));
        }
        return index;
    }

    private void episode(CsvRow row) {
        if (!CellValues.isTrue(row.get("is_watched"))) {
            return;
        }
        ImportedItem show = TvTimeItems.show(
                TvTimeItems.ids(row.get("series_imdb_id"), row.get("series_tvdb_id")), row.get("title"));
        Optional<ImportedItem> episode = TvTimeItems.episode(
                show,
                CellValues.count(row.get("season")),
                CellValues.count(row.get("episode")),
                TvTimeItems.ids("", row.get("tvdb_id")),
                CellValues.isTrue(row.get("special")));
        episode.ifPresentOrElse(
                item -> plays.addOnce(row.source(), item, row.get("watched_at"), count(row)),
                () -> sink.skip(row.source(), SkipReason.NO_ITEM, row.text()));
    }

    private void show(CsvRow row) {
        ImportedItem show = TvTimeItems.show(TvTimeItems.ids(row.get("imdb_id"), row.get("tvdb_id")), row.get("title"));
        if (!TvTimeObjects.isNamed(show)) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
        } else if (library.addOnce(show)) {
            library.state(row.source(), show, row.get("status"), row.get("created_at"));
        }
    }

    private void movie(CsvRow row) {
        ImportedItem movie = movieOf(row);
        if (!TvTimeObjects.isNamed(movie)) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
        } else if (library.addOnce(movie)) {
            if (CellValues.isTrue(row.get("is_watched"))) {
                plays.addOnce(row.source(), movie, row.get("watched_at"), count(row));
            } else {
                library.watchlist(row.source(), movie, row.get("created_at"));
            }
        }
    }

    private static ImportedItem movieOf(CsvRow row) {
        return TvTimeItems.movie(
                TvTimeItems.ids(row.get("imdb_id"), row.get("tvdb_id")),
                row.get("title"),
                row.get("year"),
                row.get("uuid"));
    }

    private static int count(CsvRow row) {
        Integer repeats = CellValues.count(row.get("rewatch_count"));
        return 1 + (repeats == null ? 0 : repeats);
    }
}
