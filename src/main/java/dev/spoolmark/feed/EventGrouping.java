package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;

/// Combines adjacent rows that belong to one entry while they are read.
///
/// The query already filters by access, so the first 100 groups of each table are sufficient.
final class EventGrouping {

    private final ReadWindow reach;
    private final List<FeedEvent> whole = new ArrayList<>();
    private final List<FeedEvent> open = new ArrayList<>();
    private int rows;

    EventGrouping(ReadWindow reach) {
        this.reach = reach;
    }

    void add(FeedEvent fact) {
        rows++;
        if (!open.isEmpty() && !open.getFirst().belongsWith(fact)) {
            close();
        }
        if (whole.size() < Feed.MOST) {
            open.add(fact);
        }
    }

    /// If there may be more rows, the last group may be incomplete and is left out.
    EventBatch facts() {
        boolean all = rows < reach.rows();
        if (all && !open.isEmpty()) {
            close();
        }
        return new EventBatch(whole, !all && whole.size() < Feed.MOST);
    }

    private void close() {
        whole.add(FeedEvent.together(open));
        open.clear();
    }
}
