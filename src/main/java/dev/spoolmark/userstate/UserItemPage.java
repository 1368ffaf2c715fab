package dev.spoolmark.userstate;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.rating.Score;
import java.util.Map;
import java.util.Set;

/// The states of the items of one page.
///
/// @param plays without the items that were never played
public record UserItemPage(
        Map<MediaId, Score> scores, Map<MediaId, Integer> plays, Set<MediaId> collected, Set<MediaId> watchlisted) {

    public static final UserItemPage EMPTY = new UserItemPage(Map.of(), Map.of(), Set.of(), Set.of());

    public UserItemPage {
        scores = Map.copyOf(scores);
        plays = Map.copyOf(plays);
        collected = Set.copyOf(collected);
        watchlisted = Set.copyOf(watchlisted);
    }

    public UserItemState of(MediaId item) {
        return new UserItemState(
                scores.get(item), plays.getOrDefault(item, 0), collected.contains(item), watchlisted.contains(item));
    }
}
