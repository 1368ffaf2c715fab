package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What was found, told whole and in the order in which it was found, as searches and recommendations show it. What is
/// gone in the meantime is left out.
final class V1Found {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1Titles titles;
    private final V1Seasons seasons;

    V1Found(Catalog catalog, Ratings ratings, V1Titles titles, V1Seasons seasons) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.titles = titles;
        this.seasons = seasons;
    }

    List<V1Object> movies(Call<?> call, List<MovieId> ids) {
        Map<MovieId, Movie> movies = catalog.movies(ids);
        return titles.tellMovies(call, inOrder(ids, movies), V1Extent.FULL);
    }

    /// With the ids of other sources as texts (`conventions.md` 9).
    List<V1Object> shows(Call<?> call, List<ShowId> ids) {
        List<Show> shows = inOrder(ids, catalog.shows(ids));
        List<V1Object> told = titles.tellShows(call, shows, V1Extent.FULL);
        for (int at = 0; at < shows.size(); at++) {
            V1Show.withTextIds(told.get(at), shows.get(at));
        }
        return told;
    }

    /// As the search of November 2014 answered: ids are numbers, and `ended` is there
    /// (`docs/spec-corrections.md#search-shows`).
    ///
    /// @param withSeasons whether each comes with its seasons and all their episodes
    List<V1Object> searchedShows(Call<?> call, List<ShowId> ids, boolean withSeasons) {
        List<Show> shows = inOrder(ids, catalog.shows(ids));
        List<V1Object> told = titles.tellShows(call, shows, V1Extent.FULL);
        for (int at = 0; at < shows.size(); at++) {
            Show show = shows.get(at);
            V1Object object = told.get(at).put("ended", show.facts().status() == ShowFacts.Status.ENDED);
            if (withSeasons) {
                object.put("seasons", seasons.newestEpisodesFirst(call, show));
            }
        }
        return told;
    }

    List<V1Object> episodes(Call<?> call, List<EpisodeId> ids) {
        List<Episode> episodes = inOrder(ids, catalog.episodes(ids));
        Map<ShowId, Show> shows =
                catalog.shows(episodes.stream().map(Episode::show).collect(Collectors.toSet()));
        List<MediaId> rated = new ArrayList<>(ids);
        rated.addAll(shows.keySet());
        Map<MediaId, RatingTotals> totals = ratings.totals(rated);
        V1Links links = new V1Links(call.base());
        List<V1Object> told = new ArrayList<>();
        for (Episode episode : episodes) {
            Show show = shows.get(episode.show());
            if (show != null) {
                V1Object aboutShow = V1Show.full(show, links, of(totals, show.id()));
                told.add(new V1Object()
                        .put("show", V1Show.withTextIds(aboutShow, show))
                        .put("episode", V1Episode.full(show, episode, links, of(totals, episode.id()))));
            }
        }
        return told;
    }

    List<V1Object> people(Call<?> call, List<PersonId> ids) {
        V1Links links = new V1Links(call.base());
        return inOrder(ids, catalog.persons(ids)).stream()
                .map((Person person) -> V1Person.of(person, links))
                .toList();
    }

    private static <I, T> List<T> inOrder(List<I> ids, Map<I, T> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static RatingTotals of(Map<MediaId, RatingTotals> totals, MediaId item) {
        return totals.getOrDefault(item, RatingTotals.NONE);
    }
}
