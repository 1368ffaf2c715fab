package dev.spoolmark.home;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.history.WatchedTime;
import java.time.Instant;
import java.util.Objects;

/// An item on the first page.
///
/// @param time when it was watched, paused or added; not unknown
/// @param progress of a resume point in 1/100 %; 0 elsewhere
public record HomeItem(ItemSummary item, WatchedTime time, int progress) {

    public Instant at() {
        return Objects.requireNonNull(time.at());
    }
}
