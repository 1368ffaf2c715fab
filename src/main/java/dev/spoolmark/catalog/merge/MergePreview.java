package dev.spoolmark.catalog.merge;

import java.util.Map;

/// What a merge of two items would move.
///
/// @param users number of users with data about the item that would go
/// @param rows number of rows about it and its seasons and episodes, by table: `play`, `rating`, `collected`,
///     `watchlist_item`, `list_item`, `comment`
/// @param ratedBoth number of users who have rated both; the later rating remains
/// @param movedEpisodes number of episodes that the remaining show does not have, which it would get
public record MergePreview(long users, Map<String, Long> rows, long ratedBoth, long movedEpisodes) {

    public MergePreview {
        rows = Map.copyOf(rows);
    }
}
