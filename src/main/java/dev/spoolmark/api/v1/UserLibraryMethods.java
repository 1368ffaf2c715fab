package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.history.Plays;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `user/library/*`: everything somebody watched or collected, by title.
final class UserLibraryMethods {

    private final V1People people;
    private final Plays plays;
    private final Collected collected;
    private final Ratings ratings;
    private final V1LibraryMovies movies;
    private final V1LibraryShows shows;

    UserLibraryMethods(V1People people, Plays plays, Collected collected, Ratings ratings, Catalog catalog) {
        this.people = people;
        this.plays = plays;
        this.collected = collected;
        this.ratings = ratings;
        this.movies = new V1LibraryMovies(catalog, plays, collected, ratings);
        this.shows = new V1LibraryShows(catalog, plays, collected, ratings);
    }

    void declare(Methods v1) {
        v1.get(
                "/user/library/movies/all.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> movies(call, V1LibraryMovies.Told.ALL, this::allMovies));
        v1.get(
                "/user/library/movies/collection.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> movies(call, V1LibraryMovies.Told.NOTHING, collected::movies));
        v1.get(
                "/user/library/movies/watched.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> movies(call, V1LibraryMovies.Told.PLAYS, plays::moviesWatched));
        v1.get(
                "/user/library/shows/all.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> shows(call, V1LibraryShows.Told.PLAYS, this::allShows));
        v1.get(
                "/user/library/shows/collection.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> shows(call, V1LibraryShows.Told.COLLECTED, collected::shows));
        v1.get(
                "/user/library/shows/unseen.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> shows(call, V1LibraryShows.Told.UNSEEN, plays::showsUnseen));
        v1.get(
                "/user/library/shows/watched.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> shows(call, V1LibraryShows.Told.WATCHED, plays::showsWatched));
        v1.get(
                "/user/library/movies/hated.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> movies(call, V1LibraryMovies.Told.ALL, sight -> hated(sight, Kind.MOVIE, MovieId.class)));
        v1.get(
                "/user/library/movies/loved.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> movies(call, V1LibraryMovies.Told.ALL, sight -> loved(sight, Kind.MOVIE, MovieId.class)));
        v1.get(
                "/user/library/shows/hated.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> shows(call, V1LibraryShows.Told.PLAYS, sight -> hated(sight, Kind.SHOW, ShowId.class)));
        v1.get(
                "/user/library/shows/loved.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> shows(call, V1LibraryShows.Told.PLAYS, sight -> loved(sight, Kind.SHOW, ShowId.class)));
    }

    private Reply movies(Call<NoBody> call, V1LibraryMovies.Told told, Function<Sight, Collection<MovieId>> which) {
        Optional<Sight> sight = people.look(call);
        return sight.isEmpty()
                ? V1Words.ok(List.of())
                : movies.answer(call, sight.get(), told, which.apply(sight.get()));
    }

    private Reply shows(Call<NoBody> call, V1LibraryShows.Told told, Function<Sight, Collection<ShowId>> which) {
        Optional<Sight> sight = people.look(call);
        return sight.isEmpty()
                ? V1Words.ok(List.of())
                : shows.answer(call, sight.get(), told, which.apply(sight.get()));
    }

    private Set<MovieId> allMovies(Sight sight) {
        Set<MovieId> all = new HashSet<>(plays.moviesWatched(sight));
        all.addAll(collected.movies(sight));
        return all;
    }

    private Set<ShowId> allShows(Sight sight) {
        Set<ShowId> all = new HashSet<>(plays.showsWatched(sight));
        all.addAll(collected.shows(sight));
        return all;
    }

    /// What somebody loved, whether they own it or not (`deprecated.md`).
    private <T extends MediaId> List<T> loved(Sight sight, Kind kind, Class<T> type) {
        return ids(ratings.of(sight, kind, Score.LEAST_LOVE, Score.LOVE), type);
    }

    private <T extends MediaId> List<T> hated(Sight sight, Kind kind, Class<T> type) {
        return ids(ratings.of(sight, kind, Score.HATE, Score.MOST_HATE), type);
    }

    private static <T extends MediaId> List<T> ids(List<MediaId> items, Class<T> type) {
        return items.stream().map(type::cast).toList();
    }
}
