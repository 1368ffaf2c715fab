package dev.spoolmark.home;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The sections of the first page, each with its newest items.
///
/// @param resume where playback was stopped
/// @param unrated movies and shows watched lately that the user has not rated
public record HomeContent(
        List<NextEpisode> upNext,
        List<HomeItem> resume,
        List<UpcomingEpisode> airing,
        List<HomeItem> recent,
        List<HomeItem> watchlist,
        List<HomeItem> unrated,
        List<FriendPlay> friends) {

    public HomeContent {
        upNext = List.copyOf(upNext);
        resume = List.copyOf(resume);
        airing = List.copyOf(airing);
        recent = List.copyOf(recent);
        watchlist = List.copyOf(watchlist);
        unrated = List.copyOf(unrated);
        friends = List.copyOf(friends);
    }

    /// The items that the user has perhaps not watched.
    public List<MediaId> unwatched() {
        return Stream.of(
                        upNext.stream().map(NextEpisode::episode),
                        resume.stream().map(HomeItem::item),
                        airing.stream().map(UpcomingEpisode::episode),
                        friends.stream().map(FriendPlay::item))
                .flatMap(Function.identity())
                .<MediaId>map(ItemSummary::id)
                .toList();
    }
}
