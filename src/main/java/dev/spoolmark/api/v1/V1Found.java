package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whole movies, shows and episodes in the order in which they were found, as searches and recommendations show them,
/// with what the caller thinks of each.
final class V1Found {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1Personal personal;

    V1Found(Catalog catalog, Ratings ratings, V1Personal personal) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.personal = personal;
    }

    List<V1Object> movies(List<MovieId> ids, @Nullable Account caller, V1Links links) {
        Map<MovieId, Movie> movies = catalog.movies(ids);
        Map<MediaId, RatingTotals> totals = ratings.totals(ids);
        V1Personal.Page own = personal.of(caller, ids);
        List<V1Object> told = new ArrayList<>();
        for (MovieId id : ids) {
            Movie movie = movies.get(id);
            if (movie != null) {
                told.add(own.putOn(V1Movie.full(movie, links, of(totals, id)), id));
            }
        }
        return told;
    }

    List<V1Object> shows(List<ShowId> ids, @Nullable Account caller, boolean seasons, V1Links links) {
        Map<ShowId, Show> shows = catalog.shows(ids);
        Map<MediaId, RatingTotals> totals = ratings.totals(ids);
        V1Personal.Page own = personal.of(caller, ids);
        List<V1Object> told = new ArrayList<>();
        for (ShowId id : ids) {
            Show show = shows.get(id);
            if (show != null) {
                V1Object object = own.putOpinion(withTextIds(V1Show.full(show, links, of(totals, id)), show), id);
                told.add(seasons ? object.put("seasons", seasons(id, links)) : object);
            }
        }
        return told;
    }

    List<V1Object> episodes(List<EpisodeId> ids, V1Links links) {
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids);
        Map<ShowId, Show> shows =
                catalog.shows(episodes.values().stream().map(Episode::show).collect(Collectors.toSet()));
        List<MediaId> rated = new ArrayList<>(ids);
        rated.addAll(shows.keySet());
        Map<MediaId, RatingTotals> totals = ratings.totals(rated);
        List<V1Object> told = new ArrayList<>();
        for (EpisodeId id : ids) {
            Episode episode = episodes.get(id);
            Show show = episode == null ? null : shows.get(episode.show());
            if (episode != null && show != null) {
                told.add(new V1Object()
                        .put("show", withTextIds(V1Show.full(show, links, of(totals, show.id())), show))
                        .put("episode", V1Episode.full(show, episode, links, of(totals, id))));
            }
        }
        return told;
    }

    Map<PersonId, Person> people(List<PersonId> ids) {
        return catalog.persons(ids);
    }

    /// The newest season first, each with its whole episodes.
    private List<V1Object> seasons(ShowId id, V1Links links) {
        ShowGuide guide = catalog.guide(id);
        List<EpisodeId> ids = guide.episodes().stream().map(EpisodeHead::id).toList();
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids);
        Map<MediaId, RatingTotals> totals = ratings.totals(ids);
        return guide.seasons().reversed().stream()
                .map(season -> season(guide, season, links)
                        .put(
                                "episodes",
                                guide.episodesOf(season.number()).stream()
                                        .map(EpisodeHead::id)
                                        .filter(episodes::containsKey)
                                        .map(episode -> episode(guide.show(), episodes, episode, totals, links))
                                        .toList()))
                .toList();
    }

    private static V1Object season(ShowGuide guide, Season season, V1Links links) {
        String poster = season.poster() == null
                ? V1Show.poster(guide.show(), links)
                : links.image("seasons", season.id(), season.poster(), "poster-dark");
        return new V1Object()
                .put("season", season.number())
                .put("url", links.season(guide.show().slug(), season.number()))
                .put("poster", poster)
                .put("images", new V1Object().put("poster", poster));
    }

    private static V1Object episode(
            Show show,
            Map<EpisodeId, Episode> episodes,
            EpisodeId id,
            Map<MediaId, RatingTotals> totals,
            V1Links links) {
        Episode episode = java.util.Objects.requireNonNull(episodes.get(id));
        return V1Episode.full(show, episode, links, of(totals, id));
    }

    /// Ids of shows are texts here, as recorded (`conventions.md` 9).
    private static V1Object withTextIds(V1Object object, Show show) {
        return object.put("tvdb_id", Long.toString(V1Values.orZero(show.ids().tvdb())))
                .put("tvrage_id", Long.toString(V1Values.orZero(show.ids().tvrage())));
    }

    private static RatingTotals of(Map<MediaId, RatingTotals> totals, MediaId item) {
        return totals.getOrDefault(item, RatingTotals.NONE);
    }
}
