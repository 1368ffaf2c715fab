package dev.spoolmark.feed;

import java.time.Instant;
import java.util.List;

/// Some activity, newest first.
///
/// @param end the next page has what was before this time
public record FeedPage(List<FeedEntry> entries, Instant end) {

    public FeedPage {
        entries = List.copyOf(entries);
    }
}
