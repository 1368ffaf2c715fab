package dev.spoolmark.app.demo;

import dev.spoolmark.account.UserId;
import dev.spoolmark.app.demo.DemoTitles.Episode;
import dev.spoolmark.app.demo.DemoTitles.Movie;
import dev.spoolmark.app.demo.DemoTitles.Show;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.hidden.HiddenSection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Collection, watchlist and hidden items of a user, derived from what the user has watched.
final class DemoLibrary {

    private static final double COLLECTED_MOVIES = 0.4;
    private static final double COLLECTED_SHOWS = 0.2;
    private static final int WATCHLIST = 6;
    private static final int HIDDEN = 2;
    private static final Duration BETWEEN = Duration.ofDays(11);

    private final DemoTitles titles;
    private final UserId user;
    private final Instant today;
    private final Random random;
    private final Set<MediaId> watched;

    /// @param today the begin of today; everything is older
    DemoLibrary(DemoUser profile, DemoTitles titles, UserId user, List<Viewing> viewings, Instant today) {
        this.titles = titles;
        this.user = user;
        this.today = today;
        this.random = new Random(profile.seed() + 2);
        this.watched =
                viewings.stream().map(viewing -> viewing.viewable().item().id()).collect(Collectors.toSet());
    }

    void store(PastFeatures features) {
        collect(features);
        List<Movie> movies = titles.movies().stream()
                .filter(movie -> !watched.contains(movie.id()))
                .toList();
        List<Show> shows = titles.allShows().filter(show -> !isStarted(show)).toList();
        watchlist(features, movies, shows);
        hide(features, movies, shows);
    }

    private boolean isStarted(Show show) {
        return show.episodes().stream().anyMatch(episode -> watched.contains(episode.id()));
    }

    private void collect(PastFeatures features) {
        Instant at = today.minus(Duration.ofDays(1_000));
        for (Movie movie : titles.movies()) {
            if (random.nextDouble() < COLLECTED_MOVIES) {
                features.at(at).collection().addMovies(user, List.of(movie.id()));
                at = at.plus(BETWEEN);
            }
        }
        for (Show show : titles.shows()) {
            if (random.nextDouble() < COLLECTED_SHOWS) {
                features.at(at)
                        .collection()
                        .addEpisodes(
                                user,
                                show.id(),
                                show.episodes().stream().map(Episode::id).toList());
                at = at.plus(BETWEEN);
            }
        }
    }

    private void watchlist(PastFeatures features, List<Movie> movies, List<Show> shows) {
        Instant at = today.minus(BETWEEN.multipliedBy(WATCHLIST + 3));
        for (Movie movie : movies.subList(0, Math.min(WATCHLIST, movies.size()))) {
            features.at(at).watchlist().addMovies(user, List.of(movie.id()));
            at = at.plus(BETWEEN);
        }
        for (Show show : shows.subList(0, Math.min(2, shows.size()))) {
            features.at(at).watchlist().addShows(user, List.of(show.id()));
            at = at.plus(BETWEEN);
        }
    }

    /// The last ones, which are not on the watchlist.
    private void hide(PastFeatures features, List<Movie> movies, List<Show> shows) {
        Hidden hidden = features.at(today.minus(BETWEEN)).hidden();
        movies.stream()
                .skip(WATCHLIST)
                .limit(HIDDEN)
                .forEach(movie -> hidden.hide(user, HiddenSection.RECOMMENDATIONS, movie.id()));
        shows.stream().skip(2).limit(1).forEach(show -> hidden.hide(user, HiddenSection.CALENDAR, show.id()));
        titles.shows().stream()
                .filter(show -> isStarted(show)
                        && show.episodes().stream().anyMatch(episode -> !watched.contains(episode.id())))
                .limit(1)
                .forEach(show -> hidden.hide(user, HiddenSection.PROGRESS, show.id()));
    }
}
