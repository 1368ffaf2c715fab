package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Rendering;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Items of all kinds on one page, looked up together: one query for each kind, independent of the length of the
/// page.
public final class V1ItemPage {

    private final Catalog catalog;
    private final Ratings ratings;

    public V1ItemPage(Catalog catalog, Ratings ratings) {
        this.catalog = catalog;
        this.ratings = ratings;
    }

    public Page page(Collection<? extends MediaId> items, V1Rendering rendering) {
        Map<EpisodeId, Episode> episodes = catalog.episodes(of(items, EpisodeId.class));
        Map<SeasonId, Season> seasons = catalog.seasons(of(items, SeasonId.class));
        Set<ShowId> shows = new HashSet<>(of(items, ShowId.class));
        episodes.values().forEach(episode -> shows.add(episode.show()));
        seasons.values().forEach(season -> shows.add(season.show()));
        List<MediaId> all = new ArrayList<>(items);
        all.addAll(shows);
        return new Page(
                rendering,
                catalog.movies(of(items, MovieId.class)),
                catalog.shows(shows),
                seasons,
                episodes,
                rendering.min() ? RatingTotalsMap.EMPTY : ratings.totals(all));
    }

    private static <T extends MediaId> List<T> of(Collection<? extends MediaId> items, Class<T> type) {
        return items.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .distinct()
                .toList();
    }

    /// The items of one page. An item that no longer exists has no object.
    public record Page(
            V1Rendering form,
            Map<MovieId, Movie> movies,
            Map<ShowId, Show> shows,
            Map<SeasonId, Season> seasons,
            Map<EpisodeId, Episode> episodes,
            RatingTotalsMap totals) {

        public Optional<JsonObject> movie(MovieId id) {
            return Optional.ofNullable(movies.get(id)).map(this::toJson);
        }

        public Optional<JsonObject> show(ShowId id) {
            return Optional.ofNullable(shows.get(id)).map(this::toJson);
        }

        public Optional<JsonObject> episode(EpisodeId id) {
            return findEpisode(id)
                    .flatMap(episode ->
                            Optional.ofNullable(shows.get(episode.show())).map(show -> toJson(show, episode)));
        }

        public Optional<Episode> findEpisode(EpisodeId id) {
            return Optional.ofNullable(episodes.get(id));
        }

        public Optional<Season> seasonAt(SeasonId id) {
            return Optional.ofNullable(seasons.get(id));
        }

        /// The show of a season, with the poster of the season among its images.
        public Optional<JsonObject> showOf(Season season) {
            return Optional.ofNullable(shows.get(season.show())).map(show -> {
                JsonObject json = toJson(show);
                return form.images() ? json.put("images", images(show, season)) : json;
            });
        }

        private JsonObject images(Show show, Season season) {
            return V1Show.images(show, form.links())
                    .put("season", form.links().image("seasons", season.id(), season.poster(), "poster-dark"));
        }

        private JsonObject toJson(Movie movie) {
            V1Links links = form.links();
            if (!form.min()) {
                return V1Movie.full(movie, links, totals(movie.id()));
            }
            JsonObject json = V1Movie.min(movie).put("url", links.movie(movie.slug()));
            return form.images() ? json.put("images", V1Movie.images(movie, links)) : json;
        }

        private JsonObject toJson(Show show) {
            V1Links links = form.links();
            if (!form.min()) {
                return V1Show.full(show, links, totals(show.id()));
            }
            JsonObject json = V1Show.min(show).put("url", links.show(show.slug()));
            return form.images() ? json.put("images", V1Show.images(show, links)) : json;
        }

        private JsonObject toJson(Show show, Episode episode) {
            V1Links links = form.links();
            if (!form.min()) {
                return V1Episode.full(show, episode, links, totals(episode.id()));
            }
            JsonObject json = V1Episode.min(episode)
                    .put("episode", episode.number())
                    .put("url", V1Episode.url(show, episode, links));
            return form.images() ? json.put("images", V1Episode.images(show, episode, links)) : json;
        }

        private RatingTotals totals(MediaId item) {
            return totals.of(item);
        }
    }
}
