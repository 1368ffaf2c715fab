package dev.spoolmark.feed;

import dev.spoolmark.catalog.Kind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which entries somebody wants.
///
/// @param types movie, show, season, episode, list
/// @param from the first moment, or null for the beginning
/// @param before the moment after the last, or null for no end
public record FeedFilter(
        Set<Kind> types,
        Set<Action> actions,
        @Nullable Instant from,
        @Nullable Instant before,
        ItemFilter things) {

    public FeedFilter {
        types = Set.copyOf(types);
        actions = Set.copyOf(actions);
    }

    boolean wants(Action action) {
        return actions.contains(action);
    }
}
