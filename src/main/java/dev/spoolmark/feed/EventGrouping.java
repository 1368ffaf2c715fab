package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;

/// Makes one entry of neighbouring rows that belong together, as they are read.
///
/// All rows are of people and lists that may be seen, so that a hundred entries of one table leave no place for what
/// lies behind them.
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

    /// When there may be more rows, the last entry may be a part only and is left out.
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
