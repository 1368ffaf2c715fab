package dev.spoolmark.transfer.format.seriesguide;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Movies. `last_updated_ms` is when SeriesGuide loaded the movie, and no time of the user.
final class SeriesGuideMovies {

    private static final double HIGHEST = 10;

    /// The end of the year 9999, in milliseconds since 1970.
    private static final long LATEST = 253_402_300_799_999L;

    private final RecordSink sink;

    SeriesGuideMovies(RecordSink sink) {
        this.sink = sink;
    }

    void read(ImportFile file, String member) {
        JsonElements.forEach(file, member, this::movie);
    }

    private void movie(RecordSource source, JsonNode row) {
        Ids ids = CellValues.ids(text(row, "imdb_id"), text(row, "tmdb_id"), "");
        String title = text(row, "title");
        if (ids.isEmpty() && title.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, text(row, "overview"));
            return;
        }
        ImportedItem movie = ImportedItem.movie(ids, title.isEmpty() ? null : title, year(row));
        if (CellValues.isTrue(text(row, "watched"))) {
            sink.accept(new PlayCountRecord(source, movie, SeriesGuideEpisodes.plays(row)));
        }
        RatingCells.write(sink, source, movie, text(row, "rating_user"), HIGHEST, null);
        if (CellValues.isTrue(text(row, "in_collection"))) {
            sink.accept(new CollectionRecord(source, movie, null, MediaDetails.NONE));
        }
        if (CellValues.isTrue(text(row, "in_watchlist"))) {
            sink.accept(new WatchlistRecord(source, movie, null, null, null));
        }
    }

    /// The year of release. Unknown dates have the largest number, or 0.
    private static @Nullable Integer year(JsonNode row) {
        Long released = JsonElements.number(row, "released_utc_ms");
        return released == null || released == 0 || Math.abs(released) > LATEST
                ? null
                : CellValues.year(String.valueOf(
                        Instant.ofEpochMilli(released).atOffset(ZoneOffset.UTC).getYear()));
    }
}
