package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Person;
import dev.spoolmark.api.v1.model.V1Seasons;
import dev.spoolmark.api.v1.model.V1Show;
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
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Results of searches and recommendations with full items, in their order. Items that no longer exist are left
/// out.
public final class V1SearchResults {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1TitleRenderer titles;
    private final V1Seasons seasons;

    public V1SearchResults(Catalog catalog, Ratings ratings, V1TitleRenderer titles, V1Seasons seasons) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.titles = titles;
        this.seasons = seasons;
    }

    public List<JsonObject> movies(Call<?> call, List<MovieId> ids) {
        Map<MovieId, Movie> movies = catalog.movies(ids);
        return titles.renderMovies(call, inOrder(ids, movies), V1Extended.FULL);
    }

    /// With external ids as texts (`docs/spec/v1/conventions.md#show`).
    public List<JsonObject> shows(Call<?> call, List<ShowId> ids) {
        List<Show> shows = inOrder(ids, catalog.shows(ids));
        List<JsonObject> rendered = titles.renderShows(call, shows, V1Extended.FULL);
        for (int at = 0; at < shows.size(); at++) {
            V1Show.withTextIds(rendered.get(at), shows.get(at));
        }
        return rendered;
    }

    /// In the form of the search of November 2014: ids are numbers, and `ended` is present
    /// (`docs/spec/v1/search.md#searchshows`).
    ///
    /// @param withSeasons whether to include seasons with all their episodes
    public List<JsonObject> searchedShows(Call<?> call, List<ShowId> ids, boolean withSeasons) {
        List<Show> shows = inOrder(ids, catalog.shows(ids));
        List<JsonObject> rendered = titles.renderShows(call, shows, V1Extended.FULL);
        for (int at = 0; at < shows.size(); at++) {
            Show show = shows.get(at);
            JsonObject object = rendered.get(at).put("ended", show.facts().status() == ShowFacts.Status.ENDED);
            if (withSeasons) {
                object.put("seasons", seasons.newestEpisodesFirst(call, show));
            }
        }
        return rendered;
    }

    public List<JsonObject> episodes(Call<?> call, List<EpisodeId> ids) {
        List<Episode> episodes = inOrder(ids, catalog.episodes(ids));
        Map<ShowId, Show> shows =
                catalog.shows(episodes.stream().map(Episode::show).collect(Collectors.toSet()));
        List<MediaId> rated = new ArrayList<>(ids);
        rated.addAll(shows.keySet());
        RatingTotalsMap totals = ratings.totals(rated);
        V1Links links = new V1Links(call.base());
        List<JsonObject> rendered = new ArrayList<>();
        for (Episode episode : episodes) {
            Show show = shows.get(episode.show());
            if (show != null) {
                JsonObject aboutShow = V1Show.full(show, links, of(totals, show.id()));
                rendered.add(new JsonObject()
                        .put("show", V1Show.withTextIds(aboutShow, show))
                        .put("episode", V1Episode.full(show, episode, links, of(totals, episode.id()))));
            }
        }
        return rendered;
    }

    public List<JsonObject> users(Call<?> call, List<PersonId> ids) {
        V1Links links = new V1Links(call.base());
        return inOrder(ids, catalog.persons(ids)).stream()
                .map((Person person) -> V1Person.of(person, links))
                .toList();
    }

    private static <I, T> List<T> inOrder(List<I> ids, Map<I, T> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static RatingTotals of(RatingTotalsMap totals, MediaId item) {
        return totals.of(item);
    }
}
