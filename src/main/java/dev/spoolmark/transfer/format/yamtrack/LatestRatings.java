package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Keeps one rating of each item: a movie that was watched twice has two rows with a score each. The latest one
/// counts, and of two at the same time the later row.
final class LatestRatings implements RecordSink {

    /// The most items, so that memory is bounded. Ratings of further items are all passed on at once.
    private static final int MAX_ITEMS = 50_000;

    private final RecordSink sink;
    private final Map<ImportedItem, RatingRecord> ratings = new LinkedHashMap<>();

    LatestRatings(RecordSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(ImportRecord record) {
        if (record instanceof RatingRecord rating
                && (ratings.size() < MAX_ITEMS || ratings.containsKey(rating.item()))) {
            ratings.merge(rating.item(), rating, LatestRatings::latest);
        } else {
            sink.accept(record);
        }
    }

    private static RatingRecord latest(RatingRecord before, RatingRecord after) {
        Instant beforeAt = Objects.requireNonNullElse(before.at(), Instant.MIN);
        Instant afterAt = Objects.requireNonNullElse(after.at(), Instant.MIN);
        return afterAt.isBefore(beforeAt) ? before : after;
    }

    /// Passes on what was kept.
    void write() {
        ratings.values().forEach(sink::accept);
    }
}
