package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.history.Play;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plays in a response, with full items and the caller's own members. A page is looked up together.
public final class V1Plays {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1UserItemState userItemState;

    public V1Plays(Catalog catalog, Ratings ratings, V1UserItemState userItemState) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.userItemState = userItemState;
    }

    public List<JsonObject> of(List<Play> plays, @Nullable Account caller, V1Links links) {
        Page page = page(plays, caller, links);
        List<JsonObject> rendered = new ArrayList<>();
        for (Play play : plays) {
            JsonObject object = new JsonObject()
                    .put("type", play.item().kind().key())
                    .put("watched", V1Times.seconds(play.watchedAt()));
            if (page.addPlays(object, play.item().id())) {
                rendered.add(object);
            }
        }
        return rendered;
    }

    private Page page(List<Play> plays, @Nullable Account caller, V1Links links) {
        Map<MovieId, Movie> movies = catalog.movies(items(plays, MovieId.class));
        Map<EpisodeId, Episode> episodes = catalog.episodes(items(plays, EpisodeId.class));
        Map<ShowId, Show> shows = catalog.shows(plays.stream()
                .map(play -> play.item().show())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<MediaId> all = Stream.of(movies.keySet(), episodes.keySet(), shows.keySet())
                .<MediaId>flatMap(ids -> ids.stream())
                .toList();
        return new Page(movies, episodes, shows, ratings.totals(all), userItemState.of(caller, all), links);
    }

    private static <T extends MediaId> List<T> items(List<Play> plays, Class<T> type) {
        return plays.stream()
                .map(play -> play.item().id())
                .filter(type::isInstance)
                .map(type::cast)
                .distinct()
                .toList();
    }

    private record Page(
            Map<MovieId, Movie> movies,
            Map<EpisodeId, Episode> episodes,
            Map<ShowId, Show> shows,
            RatingTotalsMap totals,
            V1UserItemState.Page own,
            V1Links links) {

        /// @return whether the item exists
        boolean addPlays(JsonObject object, MediaId item) {
            Movie movie = movies.get(item);
            if (movie != null) {
                object.put("movie", own.addUserState(V1Movie.full(movie, links, total(item)), item));
                return true;
            }
            Episode episode = episodes.get(item);
            Show show = episode == null ? null : shows.get(episode.show());
            if (episode == null || show == null) {
                return false;
            }
            object.put("show", own.addRating(V1Show.full(show, links, total(show.id())), show.id()))
                    .put("episode", own.addUserState(V1Episode.full(show, episode, links, total(item)), item));
            return true;
        }

        private RatingTotals total(MediaId item) {
            return totals.of(item);
        }
    }
}
