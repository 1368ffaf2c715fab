package dev.spoolmark.social;

import java.util.List;
import java.util.Optional;

/// Some followers or followed users, newest first.
///
/// @param next where the next page begins, if there is one
public record FollowPage(List<FollowEdge> edges, Optional<FollowPosition> next) {

    public FollowPage {
        edges = List.copyOf(edges);
    }

    /// @param found up to one more than a page has
    static FollowPage of(List<FollowEdge> found, int size) {
        return found.size() <= size
                ? new FollowPage(found, Optional.empty())
                : new FollowPage(found.subList(0, size), Optional.of(FollowPosition.of(found.get(size - 1))));
    }
}
