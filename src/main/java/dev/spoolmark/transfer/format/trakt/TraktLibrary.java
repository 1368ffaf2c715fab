package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.RewatchRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Ratings, watchlist, favourites, collection and hidden items.
final class TraktLibrary {

    private static final double HIGHEST = 10;
    private static final int MAX_RANK = 1_000_000_000;
    private static final int FIRST_REWATCH = 2;

    private final ImportFile file;
    private final TraktMembers members;
    private final RecordSink sink;
    private @Nullable ImportedItem rewatched;
    private int run;

    TraktLibrary(ImportFile file, TraktMembers members, RecordSink sink) {
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        for (String kind : List.of("movies", "shows", "seasons", "episodes")) {
            each("ratings-" + kind, this::rating);
        }
        each("lists-watchlist", this::watchlist);
        each("lists-favorites", this::favorite);
        each("collection-movies", this::collected);
        if (members.has("collection-episodes")) {
            each("collection-episodes", this::collected);
        } else {
            each("collection-shows", this::collectedShow);
        }
        hidden("hidden-calendar", HiddenSection.CALENDAR);
        hidden("hidden-progress-watched", HiddenSection.PROGRESS);
        hidden("hidden-recommendations", HiddenSection.RECOMMENDATIONS);
        hidden("hidden-dropped", HiddenSection.DROPPED);
        each("hidden-progress-watched-reset", this::rewatch);
    }

    /// Reads a row that has an item.
    @FunctionalInterface
    private interface RowReader {

        void read(RecordSource source, ImportedItem item, JsonNode row);
    }

    private void each(String name, RowReader reader) {
        for (String page : members.pages(name)) {
            JsonElements.forEach(file, page, (source, row) -> {
                Optional<ImportedItem> item = TraktObjects.item(row);
                if (item.isPresent()) {
                    reader.read(source, item.get(), row);
                } else {
                    sink.skip(source, SkipReason.NO_ITEM, row.toString());
                }
            });
        }
    }

    private void rating(RecordSource source, ImportedItem item, JsonNode row) {
        Double score = CellValues.score(text(row, "rating"), HIGHEST);
        if (score == null) {
            sink.skip(source, SkipReason.INVALID_VALUE, row.toString());
        } else {
            sink.accept(new RatingRecord(source, item, score, at(row, "rated_at")));
        }
    }

    private void watchlist(RecordSource source, ImportedItem item, JsonNode row) {
        sink.accept(new WatchlistRecord(source, item, rank(row), at(row, "listed_at"), note(row)));
    }

    private void favorite(RecordSource source, ImportedItem item, JsonNode row) {
        sink.accept(new FavoriteRecord(source, item, rank(row), at(row, "listed_at"), note(row)));
    }

    private void collected(RecordSource source, ImportedItem item, JsonNode row) {
        sink.accept(new CollectionRecord(source, item, at(row, "collected_at"), details(row)));
    }

    private void collectedShow(RecordSource source, ImportedItem show, JsonNode row) {
        TraktSeasons.forEach(
                row,
                (season, number, episode) -> collected(source, TraktObjects.episode(show, season, number), episode));
    }

    private void hidden(String name, HiddenSection section) {
        each(name, (source, item, row) -> sink.accept(new HiddenRecord(source, item, section, at(row, "hidden_at"))));
    }

    /// Runs of a show follow one another.
    private void rewatch(RecordSource source, ImportedItem item, JsonNode row) {
        ImportedItem before = rewatched;
        run = before != null && before.equals(item) ? run + 1 : FIRST_REWATCH;
        rewatched = item;
        sink.accept(new RewatchRecord(source, item, run, at(row, "hidden_at")));
    }

    static @Nullable Instant at(JsonNode row, String property) {
        return CellValues.instant(text(row, property));
    }

    /// Exports of this server have negative ranks, too.
    static @Nullable Integer rank(JsonNode row) {
        JsonNode rank = row.path("rank");
        return rank.isInt() ? (Integer) Math.clamp(rank.intValue(), -MAX_RANK, MAX_RANK) : null;
    }

    static @Nullable String note(JsonNode row) {
        String note = text(row, "notes");
        return note.isEmpty() ? null : note;
    }

    private static MediaDetails details(JsonNode row) {
        JsonNode metadata = row.path("metadata");
        BiFunction<JsonNode, String, @Nullable String> word = (object, property) -> {
            String text = text(object, property);
            return text.isEmpty() ? null : text;
        };
        JsonNode is3d = metadata.path("3d");
        return new MediaDetails(
                word.apply(metadata, "media_type"),
                word.apply(metadata, "resolution"),
                word.apply(metadata, "hdr"),
                word.apply(metadata, "audio"),
                word.apply(metadata, "audio_channels"),
                is3d.isBoolean() ? is3d.asBoolean() : null);
    }
}
