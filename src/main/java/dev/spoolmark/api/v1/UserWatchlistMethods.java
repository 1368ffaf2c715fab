package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Sight;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// `user/watchlist/*`: what somebody means to watch, newest first.
final class UserWatchlistMethods {

    /// Shows that are looked up together where each brings its episodes.
    private static final int SHOWS = 50;

    private final V1People people;
    private final V1Personal personal;
    private final Watchlist watchlist;
    private final Ratings ratings;
    private final Catalog catalog;

    UserWatchlistMethods(V1People people, V1Personal personal, Watchlist watchlist, Ratings ratings, Catalog catalog) {
        this.people = people;
        this.personal = personal;
        this.watchlist = watchlist;
        this.ratings = ratings;
        this.catalog = catalog;
    }

    void declare(Methods v1) {
        v1.get("/user/watchlist/episodes.json/{apikey}/{username}", OPTIONAL, PERSON, this::episodes);
        v1.get("/user/watchlist/movies.json/{apikey}/{username}", OPTIONAL, PERSON, this::movies);
        v1.get("/user/watchlist/shows.json/{apikey}/{username}", OPTIONAL, PERSON, this::shows);
    }

    // GET user/watchlist/episodes

    /// Shows, each with its listed episodes. A show stands where its newest episode does.
    private Reply episodes(Call<NoBody> call) {
        return people.look(call)
                .map(sight ->
                        V1Stream.array(watchlist.showsOfEpisodes(sight), SHOWS, page -> episodes(call, sight, page)))
                .orElseGet(() -> V1Words.ok(List.of()));
    }

    private List<V1Object> episodes(Call<NoBody> call, Sight sight, List<ShowId> page) {
        Map<ShowId, Show> shows = catalog.shows(page);
        Map<ShowId, List<EpisodeId>> listed = watchlist.episodes(sight, page);
        Map<EpisodeId, Episode> episodes =
                catalog.episodes(listed.values().stream().flatMap(List::stream).toList());
        List<MediaId> items = new ArrayList<>(shows.keySet());
        items.addAll(episodes.keySet());
        Page facts = page(call, sight, items);
        List<V1Object> told = new ArrayList<>();
        for (ShowId id : page) {
            Show show = shows.get(id);
            if (show != null) {
                told.add(facts.show(show)
                        .put("episodes", inside(show, listed.getOrDefault(id, List.of()), episodes, facts)));
            }
        }
        return told;
    }

    private static List<V1Object> inside(
            Show show, List<EpisodeId> listed, Map<EpisodeId, Episode> episodes, Page facts) {
        List<V1Object> told = new ArrayList<>();
        for (EpisodeId id : listed) {
            Episode episode = episodes.get(id);
            Instant since = facts.since().get(id);
            if (episode != null && since != null) {
                told.add(facts.episode(show, episode).put("inserted", V1Times.seconds(since)));
            }
        }
        return told;
    }

    // GET user/watchlist/movies

    private Reply movies(Call<NoBody> call) {
        return answer(call, Kind.MOVIE, (sight, page) -> movies(call, sight, page));
    }

    private List<V1Object> movies(Call<NoBody> call, Sight sight, List<MediaId> page) {
        Map<MovieId, Movie> movies = catalog.movies(ids(page, MovieId.class));
        Page facts = page(call, sight, page);
        List<V1Object> told = new ArrayList<>();
        for (MediaId id : page) {
            Movie movie = movies.get(id);
            Instant since = facts.since().get(id);
            if (movie != null && since != null) {
                told.add(facts.movie(movie).put("inserted", V1Times.seconds(since)));
            }
        }
        return told;
    }

    // GET user/watchlist/shows

    private Reply shows(Call<NoBody> call) {
        return answer(call, Kind.SHOW, (sight, page) -> shows(call, sight, page));
    }

    private List<V1Object> shows(Call<NoBody> call, Sight sight, List<MediaId> page) {
        Map<ShowId, Show> shows = catalog.shows(ids(page, ShowId.class));
        Map<ShowId, Integer> plays = personal.playsOfShows(call.caller(), shows.keySet());
        Page facts = page(call, sight, page);
        List<V1Object> told = new ArrayList<>();
        for (MediaId id : page) {
            Show show = shows.get(id);
            Instant since = facts.since().get(id);
            if (show != null && since != null) {
                V1Object object = facts.show(show).put("inserted", V1Times.seconds(since));
                told.add(call.caller() == null ? object : watched(object, plays.get(show.id())));
            }
        }
        return told;
    }

    /// A show is watched as soon as one episode of it is (`show.md` 0.5).
    private static V1Object watched(V1Object object, @Nullable Integer plays) {
        return object.put("watched", plays != null).put("plays", V1Values.orZero(plays));
    }

    // What they have in common

    private Reply answer(Call<NoBody> call, Kind kind, BiFunction<Sight, List<MediaId>, List<V1Object>> page) {
        return people.look(call)
                .map(sight -> V1Stream.array(watchlist.of(sight, kind), items -> page.apply(sight, items)))
                .orElseGet(() -> V1Words.ok(List.of()));
    }

    private Page page(Call<NoBody> call, Sight sight, Collection<? extends MediaId> items) {
        return new Page(
                new V1Links(call.base()),
                watchlist.since(sight, items),
                personal.of(call.caller(), items),
                ratings.totals(items));
    }

    private static <T extends MediaId> List<T> ids(List<MediaId> page, Class<T> type) {
        return page.stream().map(type::cast).toList();
    }

    /// What was found for the things of one page.
    ///
    /// @param since when they were put on the list; what was taken off it meanwhile is absent
    private record Page(
            V1Links links, Map<MediaId, Instant> since, V1Personal.Page mine, Map<MediaId, RatingTotals> totals) {

        V1Object movie(Movie movie) {
            return mine.putOn(V1Movie.full(movie, links, of(movie.id())), movie.id());
        }

        V1Object show(Show show) {
            return mine.putOpinion(V1Show.full(show, links, of(show.id())), show.id());
        }

        V1Object episode(Show show, Episode episode) {
            return mine.putOn(V1Episode.full(show, episode, links, of(episode.id())), episode.id());
        }

        private RatingTotals of(MediaId item) {
            return totals.getOrDefault(item, RatingTotals.NONE);
        }
    }
}
