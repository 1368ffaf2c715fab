package dev.spoolmark.feed;

import dev.spoolmark.catalog.Kind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Selects entries.
///
/// @param types movie, show, season, episode, list
/// @param from inclusive, null for no limit
/// @param before exclusive, null for no limit
public record FeedFilter(
        Set<Kind> types,
        Set<Action> actions,
        @Nullable Instant from,
        @Nullable Instant before,
        ItemFilter items) {

    public FeedFilter {
        types = Set.copyOf(types);
        actions = Set.copyOf(actions);
    }

    boolean includes(Action action) {
        return actions.contains(action);
    }
}
