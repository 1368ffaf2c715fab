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
import dev.spoolmark.rating.Rated;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `user/ratings/*`: what somebody thought of things, newest first.
final class UserRatingsMethods {

    private final V1People people;
    private final Ratings ratings;
    private final Catalog catalog;

    UserRatingsMethods(V1People people, Ratings ratings, Catalog catalog) {
        this.people = people;
        this.ratings = ratings;
        this.catalog = catalog;
    }

    void declare(Methods v1) {
        v1.get(
                "/user/ratings/episodes.json/{apikey}/{username}/{rating?}/{extended?}",
                OPTIONAL,
                PERSON,
                this::episodes);
        v1.get("/user/ratings/movies.json/{apikey}/{username}/{rating?}/{extended?}", OPTIONAL, PERSON, this::movies);
        v1.get("/user/ratings/shows.json/{apikey}/{username}/{rating?}/{extended?}", OPTIONAL, PERSON, this::shows);
    }

    // GET user/ratings/episodes

    private Reply episodes(Call<NoBody> call) {
        V1Extent extent = V1Extent.ofNewer(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return answer(call, Kind.EPISODE, page -> episodes(page, extent, links));
    }

    private List<V1Object> episodes(List<Rated> page, V1Extent extent, V1Links links) {
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids(page, EpisodeId.class));
        Map<ShowId, Show> shows =
                catalog.shows(episodes.values().stream().map(Episode::show).collect(Collectors.toSet()));
        Map<MediaId, RatingTotals> totals = totals(extent, page, shows.keySet());
        List<V1Object> told = new ArrayList<>();
        for (Rated rated : page) {
            Episode episode = episodes.get(rated.item());
            Show show = episode == null ? null : shows.get(episode.show());
            if (episode != null && show != null) {
                told.add(rating(new V1Object(), rated)
                        .put("show", V1Show.of(show, extent, links, of(totals, show.id())))
                        .put("episode", V1Episode.of(show, episode, extent, links, of(totals, episode.id()))));
            }
        }
        return told;
    }

    // GET user/ratings/movies

    private Reply movies(Call<NoBody> call) {
        V1Extent extent = V1Extent.ofNewer(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return answer(call, Kind.MOVIE, page -> movies(page, extent, links));
    }

    private List<V1Object> movies(List<Rated> page, V1Extent extent, V1Links links) {
        Map<MovieId, Movie> movies = catalog.movies(ids(page, MovieId.class));
        Map<MediaId, RatingTotals> totals = totals(extent, page, List.of());
        List<V1Object> told = new ArrayList<>();
        for (Rated rated : page) {
            Movie movie = movies.get(rated.item());
            if (movie != null) {
                told.add(rating(V1Movie.of(movie, extent, links, of(totals, movie.id())), rated));
            }
        }
        return told;
    }

    // GET user/ratings/shows

    private Reply shows(Call<NoBody> call) {
        V1Extent extent = V1Extent.ofNewer(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return answer(call, Kind.SHOW, page -> shows(page, extent, links));
    }

    private List<V1Object> shows(List<Rated> page, V1Extent extent, V1Links links) {
        Map<ShowId, Show> shows = catalog.shows(ids(page, ShowId.class));
        Map<MediaId, RatingTotals> totals = totals(extent, page, List.of());
        List<V1Object> told = new ArrayList<>();
        for (Rated rated : page) {
            Show show = shows.get(rated.item());
            if (show != null) {
                told.add(rating(V1Show.of(show, extent, links, of(totals, show.id())), rated));
            }
        }
        return told;
    }

    // What they have in common

    private Reply answer(Call<NoBody> call, Kind kind, Function<List<Rated>, List<V1Object>> page) {
        V1RatingFilter filter = V1RatingFilter.of(call.argument("rating"));
        return people.look(call)
                .map(sight -> V1Stream.array(
                        ratings.of(sight, kind, filter.lowest(), filter.highest()),
                        items -> page.apply(ratings.rated(sight, items))))
                .orElseGet(() -> V1Words.ok(List.of()));
    }

    /// Totals stand in full objects only.
    private Map<MediaId, RatingTotals> totals(V1Extent extent, List<Rated> page, Collection<? extends MediaId> alsoOf) {
        if (extent != V1Extent.FULL) {
            return Map.of();
        }
        List<MediaId> items = new ArrayList<>(alsoOf);
        page.forEach(rated -> items.add(rated.item()));
        return ratings.totals(items);
    }

    private static V1Object rating(V1Object object, Rated rated) {
        return object.put("inserted", V1Times.seconds(rated.at()))
                .put("rating", V1Rating.word(rated.score()))
                .put("rating_advanced", V1Rating.number(rated.score()));
    }

    private static RatingTotals of(Map<MediaId, RatingTotals> totals, MediaId item) {
        return totals.getOrDefault(item, RatingTotals.NONE);
    }

    private static <T extends MediaId> List<T> ids(List<Rated> page, Class<T> type) {
        return page.stream().map(Rated::item).map(type::cast).toList();
    }
}
