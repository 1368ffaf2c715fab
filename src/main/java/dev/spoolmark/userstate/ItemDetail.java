package dev.spoolmark.userstate;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.collection.CollectedDetails;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.rating.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that a user has done with one item.
///
/// @param score null if the user has not rated it
/// @param listedAt when it was added to the watchlist, or null
/// @param favoriteSince when it became a favourite, or null
/// @param collectedAt when it was added to the collection, or null
/// @param copy details of the collected item
/// @param plays the newest plays of a movie or episode, those at an unknown time last
/// @param episodes the episodes of a show with a mark; empty for other items
/// @param lists the lists of the user by name
public record ItemDetail(
        @Nullable Score score,
        @Nullable Instant listedAt,
        @Nullable Instant favoriteSince,
        @Nullable Instant collectedAt,
        CollectedDetails copy,
        List<PlayEntry> plays,
        Map<EpisodeId, EpisodeMark> episodes,
        List<ListMembership> lists) {

    public ItemDetail {
        plays = List.copyOf(plays);
        episodes = Map.copyOf(episodes);
        lists = List.copyOf(lists);
    }

    /// The mark of an episode; [EpisodeMark#NONE] if there is none.
    public EpisodeMark mark(EpisodeId episode) {
        return episodes.getOrDefault(episode, EpisodeMark.NONE);
    }
}
