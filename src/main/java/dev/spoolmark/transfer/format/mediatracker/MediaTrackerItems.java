package dev.spoolmark.transfer.format.mediatracker;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportedItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Items and times of the API. Times are milliseconds since 1970.
final class MediaTrackerItems {

    private static final int YEAR_LENGTH = 4;

    /// The end of the year 9999, in milliseconds since 1970.
    private static final long LATEST = 253_402_300_799_999L;

    private MediaTrackerItems() {}

    static boolean isOtherMedium(JsonNode row) {
        String type = text(row, "mediaType");
        return !type.isEmpty() && !type.equals("movie") && !type.equals("tv");
    }

    /// Whether the row has the history of the item.
    static boolean isDetailed(JsonNode row) {
        return row.has("seasons") || row.has("seenHistory");
    }

    /// @return empty if the row names none
    static Optional<ImportedItem> item(JsonNode row) {
        String type = text(row, "mediaType");
        Ids ids = ids(row);
        String name = text(row, "title");
        if ((ids.isEmpty() && name.isEmpty()) || type.isEmpty() || isOtherMedium(row)) {
            return Optional.empty();
        }
        String title = name.isEmpty() ? null : name;
        String date = text(row, "releaseDate");
        Integer year = CellValues.year(date.substring(0, Math.min(YEAR_LENGTH, date.length())));
        return Optional.of(
                type.equals("movie") ? ImportedItem.movie(ids, title, year) : ImportedItem.show(ids, title, year));
    }

    static Ids ids(JsonNode row) {
        return CellValues.ids(text(row, "imdbId"), text(row, "tmdbId"), text(row, "tvdbId"));
    }

    /// @return empty if it cannot be read
    static Optional<WatchedTime> time(JsonNode row) {
        Long millis = JsonElements.number(row, "date");
        if (millis == null) {
            return CellValues.time(text(row, "date"), ZoneOffset.UTC);
        }
        return Math.abs(millis) > LATEST
                ? Optional.empty()
                : Optional.of(CellValues.known(Instant.ofEpochMilli(millis)));
    }
}
