package dev.spoolmark.lists;

import java.time.Instant;
import java.util.List;

/// What a list was on the server that has exported it.
///
/// @param slug the newest
/// @param earlierSlugs others that lead to it
/// @param changedAt last change of its settings
public record ListOrigin(String slug, List<String> earlierSlugs, Instant changedAt) {

    public ListOrigin {
        earlierSlugs = List.copyOf(earlierSlugs);
    }
}
