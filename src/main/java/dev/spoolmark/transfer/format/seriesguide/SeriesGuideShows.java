package dev.spoolmark.transfer.format.seriesguide;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonParts;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Shows with their seasons and episodes. Each season is read by itself, since a show may have ten thousand episodes.
final class SeriesGuideShows {

    private static final int YEAR_LENGTH = 4;
    private static final double HIGHEST = 10;

    private final RecordSink sink;
    private final boolean toWatchlist;

    /// @param toWatchlist whether shows without a watched episode are wanted
    SeriesGuideShows(RecordSink sink, boolean toWatchlist) {
        this.sink = sink;
        this.toWatchlist = toWatchlist;
    }

    void read(ImportFile file, String member) {
        JsonParts.forEach(file, member, "seasons", this::show);
    }

    private void show(RecordSource source, JsonNode row, JsonParts seasons) {
        Ids ids = CellValues.ids(text(row, "imdb_id"), text(row, "tmdb_id"), text(row, "tvdb_id"));
        String title = text(row, "title");
        if (ids.isEmpty() && title.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, text(row, "overview"));
            return;
        }
        ImportedItem show = ImportedItem.show(ids, title.isEmpty() ? null : title, year(row));
        SeriesGuideEpisodes episodes = new SeriesGuideEpisodes(sink, source, show);
        seasons.forEach(episodes::season);
        if (!episodes.isWatched()) {
            unwatched(source, show);
        }
        about(source, show, row);
    }

    /// The first day is a date with time, such as `2020-02-02T00:00:00.000Z`.
    private static @Nullable Integer year(JsonNode row) {
        String first = text(row, "first_aired");
        return CellValues.year(first.substring(0, Math.min(YEAR_LENGTH, first.length())));
    }

    private void unwatched(RecordSource source, ImportedItem show) {
        if (toWatchlist) {
            sink.accept(new WatchlistRecord(source, show, null, null, null));
        } else {
            sink.skip(source, SkipReason.NOT_CHOSEN, String.valueOf(show.title()));
        }
    }

    private void about(RecordSource source, ImportedItem show, JsonNode row) {
        RatingCells.write(sink, source, show, text(row, "rating_user"), HIGHEST, null);
        if (CellValues.isTrue(text(row, "favorite"))) {
            sink.accept(new FavoriteRecord(source, show, null, null, null));
        }
        if (CellValues.isTrue(text(row, "hidden"))) {
            sink.accept(new HiddenRecord(source, show, HiddenSection.PROGRESS, null));
            sink.accept(new HiddenRecord(source, show, HiddenSection.CALENDAR, null));
        }
        String note = text(row, "user_note");
        if (!note.isEmpty()) {
            sink.accept(new NoteRecord(source, show, note, null));
        }
    }
}
