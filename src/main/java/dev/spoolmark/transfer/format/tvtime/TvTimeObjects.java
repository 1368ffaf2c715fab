package dev.spoolmark.transfer.format.tvtime;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The JSON files of shows and movies, which two tools write alike.
final class TvTimeObjects {

    private final ImportFile file;
    private final RecordSink sink;
    private final TvTimePlays plays;
    private final TvTimeLibrary library;

    TvTimeObjects(ImportFile file, RecordSink sink, TvTimePlays plays, TvTimeLibrary library) {
        this.file = file;
        this.sink = sink;
        this.plays = plays;
        this.library = library;
    }

    void shows(String member) {
        JsonElements.forEach(file, member, this::show);
    }

    void movies(String member) {
        JsonElements.forEach(file, member, this::movie);
    }

    static boolean isNamed(ImportedItem item) {
        return item.title() != null || item.ids().imdb() != null || item.ids().tvdb() != null;
    }

    private void show(RecordSource source, JsonNode row) {
        ImportedItem show = TvTimeItems.show(row);
        if (!isNamed(show)) {
            sink.skip(source, SkipReason.NO_ITEM, row.toString());
            return;
        }
        for (JsonNode season : row.path("seasons")) {
            for (JsonNode episode : season.path("episodes")) {
                episode(source, show, season, episode);
            }
        }
        if (library.addOnce(show)) {
            library.state(source, show, text(row, "status"), text(row, "created_at"));
            rating(source, show, row);
            if (row.path("is_favorite").asBoolean(false)) {
                library.favorite(source, show);
            }
        }
    }

    private void episode(RecordSource source, ImportedItem show, JsonNode season, JsonNode row) {
        boolean isWatched = row.path("is_watched").asBoolean(false);
        if (!isWatched && CellValues.score(text(row, "rating"), 10) == null) {
            return;
        }
        Optional<ImportedItem> episode = TvTimeItems.episode(
                show,
                CellValues.count(text(season, "number")),
                CellValues.count(text(row, "number")),
                TvTimeItems.ids(row),
                row.path("special").asBoolean(false));
        if (episode.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, show.title() + ", " + row);
            return;
        }
        if (isWatched) {
            plays.addOnce(source, episode.get(), text(row, "watched_at"), count(row));
        }
        rating(source, episode.get(), row);
    }

    private void movie(RecordSource source, JsonNode row) {
        ImportedItem movie = TvTimeItems.movie(row);
        if (!isNamed(movie)) {
            sink.skip(source, SkipReason.NO_ITEM, row.toString());
            return;
        }
        if (!library.addOnce(movie)) {
            return;
        }
        if (row.path("is_watched").asBoolean(false)) {
            plays.addOnce(source, movie, text(row, "watched_at"), count(row));
        } else {
            library.watchlist(source, movie, text(row, "created_at"));
        }
        rating(source, movie, row);
        if (row.path("is_favorite").asBoolean(false)) {
            library.favorite(source, movie);
        }
    }

    private void rating(RecordSource source, ImportedItem item, JsonNode row) {
        Double score = CellValues.score(text(row, "rating"), 10);
        if (score != null) {
            sink.accept(new RatingRecord(source, item, score, null));
        }
    }

    private static int count(JsonNode row) {
        Integer watched = CellValues.count(text(row, "watched_count"));
        Integer repeats = CellValues.count(text(row, "rewatch_count"));
        return watched != null && watched > 0 ? watched : 1 + (repeats == null ? 0 : repeats);
    }
}
