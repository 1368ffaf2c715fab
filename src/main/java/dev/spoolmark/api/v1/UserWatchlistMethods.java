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
import dev.spoolmark.watchlist.Listed;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<ShowId, List<Listed>> byShow = new LinkedHashMap<>();
        for (Listed listed : listed(call, Kind.EPISODE)) {
            ShowId show = listed.show();
            if (show != null) {
                byShow.computeIfAbsent(show, id -> new ArrayList<>()).add(listed);
            }
        }
        List<Wanted> wanted = byShow.entrySet().stream()
                .map(entry -> new Wanted(entry.getKey(), entry.getValue()))
                .toList();
        return V1Stream.array(wanted, SHOWS, page -> episodes(call, page));
    }

    private List<V1Object> episodes(Call<NoBody> call, List<Wanted> page) {
        Map<ShowId, Show> shows = catalog.shows(page.stream().map(Wanted::show).toList());
        Map<EpisodeId, Episode> episodes = catalog.episodes(page.stream()
                .flatMap(wanted -> ids(wanted.episodes(), EpisodeId.class).stream())
                .toList());
        List<MediaId> items = new ArrayList<>(shows.keySet());
        items.addAll(episodes.keySet());
        Page facts = page(call, items);
        List<V1Object> told = new ArrayList<>();
        for (Wanted wanted : page) {
            Show show = shows.get(wanted.show());
            if (show != null) {
                told.add(facts.show(show).put("episodes", inside(show, wanted.episodes(), episodes, facts)));
            }
        }
        return told;
    }

    private static List<V1Object> inside(Show show, List<Listed> listed, Map<EpisodeId, Episode> episodes, Page facts) {
        List<V1Object> told = new ArrayList<>();
        for (Listed one : listed) {
            Episode episode = episodes.get(one.item());
            if (episode != null) {
                told.add(facts.episode(show, episode).put("inserted", V1Times.seconds(one.at())));
            }
        }
        return told;
    }

    // GET user/watchlist/movies

    private Reply movies(Call<NoBody> call) {
        return V1Stream.array(listed(call, Kind.MOVIE), page -> movies(call, page));
    }

    private List<V1Object> movies(Call<NoBody> call, List<Listed> page) {
        Map<MovieId, Movie> movies = catalog.movies(ids(page, MovieId.class));
        Page facts = page(call, movies.keySet());
        List<V1Object> told = new ArrayList<>();
        for (Listed one : page) {
            Movie movie = movies.get(one.item());
            if (movie != null) {
                told.add(facts.movie(movie).put("inserted", V1Times.seconds(one.at())));
            }
        }
        return told;
    }

    // GET user/watchlist/shows

    private Reply shows(Call<NoBody> call) {
        return V1Stream.array(listed(call, Kind.SHOW), page -> shows(call, page));
    }

    private List<V1Object> shows(Call<NoBody> call, List<Listed> page) {
        Map<ShowId, Show> shows = catalog.shows(ids(page, ShowId.class));
        Map<ShowId, Integer> plays = personal.playsOfShows(call.caller(), shows.keySet());
        Page facts = page(call, shows.keySet());
        List<V1Object> told = new ArrayList<>();
        for (Listed one : page) {
            Show show = shows.get(one.item());
            if (show != null) {
                V1Object object = facts.show(show).put("inserted", V1Times.seconds(one.at()));
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

    private List<Listed> listed(Call<NoBody> call, Kind kind) {
        return people.look(call).map(sight -> watchlist.of(sight, kind)).orElse(List.of());
    }

    private Page page(Call<NoBody> call, Collection<? extends MediaId> items) {
        return new Page(new V1Links(call.base()), personal.of(call.caller(), items), ratings.totals(items));
    }

    private static <T extends MediaId> List<T> ids(List<Listed> page, Class<T> type) {
        return page.stream().map(Listed::item).map(type::cast).toList();
    }

    /// A show with the episodes of it that are listed.
    private record Wanted(ShowId show, List<Listed> episodes) {

        Wanted {
            episodes = List.copyOf(episodes);
        }
    }

    /// What was found for the things of one page.
    private record Page(V1Links links, V1Personal.Page mine, Map<MediaId, RatingTotals> totals) {

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
