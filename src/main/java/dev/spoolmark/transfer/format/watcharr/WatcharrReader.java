package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a row says about a movie or show: its status, rating, thoughts and tags.
final class WatcharrReader {

    private static final double HIGHEST = 10;
    private static final int YEAR_LENGTH = 4;

    private final RecordSink sink;
    private final ZoneId zone;
    private final WatcharrTags tags;

    /// @param zone of the days on which the user marked something as watched
    WatcharrReader(RecordSink sink, ZoneId zone) {
        this.sink = sink;
        this.zone = zone;
        this.tags = new WatcharrTags(sink);
    }

    void row(RecordSource source, JsonNode row) {
        Optional<ImportedItem> item = item(row.path("content"));
        if (item.isEmpty()) {
            sink.skip(source, isOther(row) ? SkipReason.OTHER_MEDIUM : SkipReason.NO_ITEM, row.toString());
            return;
        }
        if (!text(row, "deletedAt").isEmpty()) {
            sink.skip(source, SkipReason.NOT_CHOSEN, "deleted: " + item.get().title());
            return;
        }
        WatcharrActivities activities = WatcharrActivities.of(row, zone);
        if (item.get().kind() == Kind.MOVIE) {
            new WatcharrPlays(sink, source, activities).movie(row, item.get());
        } else {
            new WatcharrSeasons(sink, source, activities).read(row, item.get());
        }
        status(source, row, item.get());
        Instant rated = activities.ratedAt();
        RatingCells.write(
                sink, source, item.get(), text(row, "rating"), HIGHEST, rated == null ? at(row, "createdAt") : rated);
        String thoughts = text(row, "thoughts");
        if (!thoughts.isEmpty()) {
            sink.accept(new NoteRecord(source, item.get(), thoughts, at(row, "updatedAt")));
        }
        tags.read(source, row, item.get());
    }

    private static boolean isOther(JsonNode row) {
        String type = text(row.path("content"), "type");
        return row.hasNonNull("game") || !(type.isEmpty() || type.equals("movie") || type.equals("tv"));
    }

    private static Optional<ImportedItem> item(JsonNode content) {
        Ids ids = CellValues.ids(text(content, "imdb_id"), text(content, "tmdbId"), "");
        String name = text(content, "title");
        if (ids.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        String title = name.isEmpty() ? null : name;
        return switch (text(content, "type")) {
            case "movie" -> Optional.of(ImportedItem.movie(ids, title, year(content)));
            case "tv" -> Optional.of(ImportedItem.show(ids, title, year(content)));
            default -> Optional.empty();
        };
    }

    private static @Nullable Integer year(JsonNode content) {
        String release = text(content, "release_date");
        String date = release.isEmpty() ? text(content, "first_air_date") : release;
        return CellValues.year(date.substring(0, Math.min(YEAR_LENGTH, date.length())));
    }

    private void status(RecordSource source, JsonNode row, ImportedItem item) {
        boolean isMovie = item.kind() == Kind.MOVIE;
        switch (text(row, "status")) {
            case "PLANNED" -> sink.accept(new WatchlistRecord(source, item, null, at(row, "createdAt"), null));
            case "HOLD" -> stopped(source, item, HiddenSection.PROGRESS);
            case "DROPPED" -> stopped(source, item, HiddenSection.DROPPED);
            case "WATCHING" -> {
                if (isMovie) {
                    sink.skip(source, SkipReason.NOT_WATCHED, String.valueOf(item.title()));
                }
            }
            case "FINISHED", "" -> {
                // Plays say so.
            }
            default -> sink.skip(source, SkipReason.INVALID_VALUE, item.title() + ": " + text(row, "status"));
        }
    }

    private void stopped(RecordSource source, ImportedItem item, HiddenSection section) {
        if (item.kind() == Kind.MOVIE) {
            sink.skip(source, SkipReason.NOT_WATCHED, String.valueOf(item.title()));
        } else {
            sink.accept(new HiddenRecord(source, item, section, null));
        }
    }

    static @Nullable Instant at(JsonNode row, String property) {
        return CellValues.instant(text(row, property));
    }
}
