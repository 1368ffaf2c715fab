package dev.spoolmark.transfer.format.mediatracker;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Details of movies and shows. Ratings go from 0 to 5 with halves.
final class MediaTrackerDetails {

    private static final double HIGHEST = 5;

    /// The most items that are known to have details, so that memory is bounded. Further ones are also read from the
    /// list, which adds nothing new to them.
    private static final int MAX_ITEMS = 50_000;

    private final RecordSink sink;
    private final Set<String> read = new HashSet<>();

    MediaTrackerDetails(RecordSink sink) {
        this.sink = sink;
    }

    /// The ids in MediaTracker of the items that had details.
    Set<String> read() {
        return read;
    }

    void read(RecordSource source, JsonNode row) {
        if (!MediaTrackerItems.isDetailed(row)) {
            return;
        }
        String id = text(row, "id");
        if (!id.isEmpty() && read.size() < MAX_ITEMS) {
            read.add(id);
        }
        Optional<ImportedItem> item = MediaTrackerItems.item(row);
        if (item.isEmpty()) {
            boolean isOther = MediaTrackerItems.isOtherMedium(row);
            sink.skip(source, isOther ? SkipReason.OTHER_MEDIUM : SkipReason.NO_ITEM, text(row, "title"));
            return;
        }
        if (text(row, "mediaType").equals("movie")) {
            plays(source, item.get(), row.path("seenHistory"));
        }
        rating(source, item.get(), row.path("userRating"));
        if (CellValues.isTrue(text(row, "onWatchlist"))) {
            sink.accept(new WatchlistRecord(source, item.get(), null, null, null));
        }
        row.path("seasons").forEach(season -> season(source, item.get(), season));
    }

    private void season(RecordSource source, ImportedItem show, JsonNode row) {
        Integer number = CellValues.count(text(row, "seasonNumber"));
        if (number != null) {
            rating(source, show.season(number, MediaTrackerItems.ids(row)), row.path("userRating"));
        }
        row.path("episodes").forEach(episode -> episode(source, show, number == null ? -1 : number, episode));
    }

    private void episode(RecordSource source, ImportedItem show, int seasonAround, JsonNode row) {
        Integer own = CellValues.count(text(row, "seasonNumber"));
        int season = own == null ? seasonAround : own;
        Integer number = CellValues.count(text(row, "episodeNumber"));
        if (season < 0 || number == null) {
            sink.skip(source, SkipReason.NO_ITEM, show.title() + ": " + text(row, "title"));
            return;
        }
        Ids ids = MediaTrackerItems.ids(row);
        ImportedItem episode = show.episode(season, number, ids);
        plays(source, episode, row.path("seenHistory"));
        rating(source, episode, row.path("userRating"));
    }

    private void plays(RecordSource source, ImportedItem item, JsonNode history) {
        int all = 0;
        boolean hasUnknown = false;
        for (JsonNode seen : history) {
            Optional<WatchedTime> time = MediaTrackerItems.time(seen);
            if (time.isEmpty()) {
                sink.skip(source, SkipReason.INVALID_DATE, item.title() + ": " + seen);
                continue;
            }
            all++;
            if (time.get().isUnknown()) {
                hasUnknown = true;
            } else {
                sink.accept(new PlayRecord(source, item, time.get(), PlayAction.SEEN));
            }
        }
        if (hasUnknown) {
            sink.accept(new PlayCountRecord(source, item, all));
        }
    }

    private void rating(RecordSource source, ImportedItem item, JsonNode rating) {
        Instant at = MediaTrackerItems.time(rating).map(WatchedTime::at).orElse(null);
        RatingCells.write(sink, source, item, text(rating, "rating"), HIGHEST, at);
        String review = text(rating, "review");
        if (!review.isEmpty()) {
            sink.accept(new CommentRecord(source, item, review, false, true, at));
        }
    }
}
