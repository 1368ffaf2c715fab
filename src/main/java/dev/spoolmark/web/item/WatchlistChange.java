package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.watchlist.Watchlist;
import java.util.List;

/// Adds items of any kind to the watchlist.
final class WatchlistChange {

    private WatchlistChange() {}

    /// @throws ProblemException with `NotFound` for a season, which a watchlist cannot hold
    static void add(Watchlist watchlist, UserId user, TrackedItem item) {
        switch (item) {
            case TrackedItem.OfMovie(var movie) -> watchlist.addMovies(user, List.of(movie.id()));
            case TrackedItem.OfShow(ShowGuide guide) ->
                watchlist.addShows(user, List.of(guide.show().id()));
            case TrackedItem.OfEpisode(ShowGuide guide, EpisodeSummary episode) ->
                watchlist.addEpisodes(user, guide.show().id(), List.of(episode.id()));
            case TrackedItem.OfSeason _ -> throw TrackedItems.notFound();
        }
    }
}
