package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Events of one or several tables, newest first in each.
///
/// @param truncated whether there may be more events in the period that belong among the newest
record EventBatch(List<FeedEvent> all, boolean truncated) {

    static final EventBatch NONE = new EventBatch(List.of(), false);

    EventBatch {
        all = List.copyOf(all);
    }

    static EventBatch together(Stream<EventBatch> tables) {
        List<FeedEvent> all = new ArrayList<>();
        boolean cut = false;
        for (EventBatch facts : tables.toList()) {
            all.addAll(facts.all);
            cut |= facts.truncated;
        }
        return new EventBatch(all, cut);
    }
}
