package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;

/// Combines adjacent rows that belong to one entry while they are read.
///
/// The query already filters by access, so the first 100 groups of each table are sufficient.
final class EventGrouping {

    private final ReadWindow window;
    private final List<FeedEvent> closed = new ArrayList<>();
    private final List<FeedEvent> open = new ArrayList<>();
    private int rows;

    EventGrouping(ReadWindow window) {
        this.window = window;
    }

    void add(FeedEvent fact) {
        rows++;
        if (!open.isEmpty() && !open.getFirst().belongsWith(fact)) {
            close();
        }
        if (closed.size() < Feed.MAX_ENTRIES) {
            open.add(fact);
        }
    }

    /// If there may be more rows, the last group may be incomplete and is left out.
    EventBatch events() {
        boolean all = rows < window.rows();
        if (all && !open.isEmpty()) {
            close();
        }
        return new EventBatch(closed, !all && closed.size() < Feed.MAX_ENTRIES);
    }

    private void close() {
        closed.add(FeedEvent.together(open));
        open.clear();
    }
}
