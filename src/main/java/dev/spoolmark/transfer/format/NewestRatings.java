package dev.spoolmark.transfer.format;

import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The newest rating of each item, for files with a rating for each play. Of two ratings of one time the later row
/// counts; a rating without a time is older than all others.
public final class NewestRatings {

    /// The most items that are compared, so that memory is bounded. Each rating of a further item is passed on.
    private static final int MAX_ITEMS = 20_000;

    private final Map<ImportedItem, RatingRecord> newest = new LinkedHashMap<>();

    /// @param sink of ratings beyond the limit
    public void add(RatingRecord rating, RecordSink sink) {
        if (newest.size() >= MAX_ITEMS && !newest.containsKey(rating.item())) {
            sink.accept(rating);
        } else {
            newest.merge(rating.item(), rating, NewestRatings::newer);
        }
    }

    private static RatingRecord newer(RatingRecord first, RatingRecord second) {
        return time(second).isBefore(time(first)) ? first : second;
    }

    private static Instant time(RatingRecord rating) {
        Instant at = rating.at();
        return at == null ? Instant.MIN : at;
    }

    /// Passes one rating for each item, in the order of their first rows.
    public void writeTo(RecordSink sink) {
        newest.values().forEach(sink::accept);
    }
}
