package dev.spoolmark.transfer.format.seriesguide;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import tools.jackson.databind.JsonNode;

/// Episodes of a show. The backup has the number of plays and no times. An episode that was skipped is not watched,
/// even if it is also marked as watched.
final class SeriesGuideEpisodes {

    private static final double HIGHEST = 10;

    private final RecordSink sink;
    private final RecordSource source;
    private final ImportedItem show;
    private boolean isWatched;

    SeriesGuideEpisodes(RecordSink sink, RecordSource source, ImportedItem show) {
        this.sink = sink;
        this.source = source;
        this.show = show;
    }

    void season(JsonNode season) {
        if (!season.isObject()) {
            sink.skip(source, SkipReason.UNREADABLE, String.valueOf(show.title()));
            return;
        }
        Integer number = CellValues.count(text(season, "season"));
        for (JsonNode episode : season.path("episodes")) {
            episode(number == null ? -1 : number, episode);
        }
    }

    /// Whether any episode so far was watched.
    boolean isWatched() {
        return isWatched;
    }

    private void episode(int season, JsonNode row) {
        Integer number = CellValues.count(text(row, "episode"));
        Ids ids = CellValues.ids(text(row, "imdb_id"), text(row, "tmdb_id"), text(row, "tvdb_id"));
        if (season < 0 || number == null) {
            sink.skip(source, SkipReason.NO_ITEM, show.title() + ": " + text(row, "title"));
            return;
        }
        ImportedItem episode = show.episode(season, number, ids);
        plays(row, episode, season + "x" + number);
        RatingCells.write(sink, source, episode, text(row, "rating_user"), HIGHEST, null);
        if (CellValues.isTrue(text(row, "collected"))) {
            sink.accept(new CollectionRecord(source, episode, null, MediaDetails.NONE));
        }
    }

    private void plays(JsonNode row, ImportedItem episode, String name) {
        if (CellValues.isTrue(text(row, "skipped"))) {
            sink.skip(source, SkipReason.NOT_WATCHED, show.title() + " " + name + " " + text(row, "title"));
        } else if (CellValues.isTrue(text(row, "watched"))) {
            isWatched = true;
            sink.accept(new PlayCountRecord(source, episode, plays(row)));
        }
    }

    /// Backups before there were several plays have no number.
    static int plays(JsonNode row) {
        Integer plays = CellValues.count(text(row, "plays"));
        return plays == null || plays == 0 ? 1 : plays;
    }
}
