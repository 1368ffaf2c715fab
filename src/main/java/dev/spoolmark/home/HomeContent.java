package dev.spoolmark.home;

import java.util.List;

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
}
