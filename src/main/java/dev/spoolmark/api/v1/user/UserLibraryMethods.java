package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.Authentication.OPTIONAL;
import static dev.spoolmark.http.DataScope.ONE_USER;

import dev.spoolmark.api.v1.V1Errors;
import dev.spoolmark.api.v1.V1LibraryMovies;
import dev.spoolmark.api.v1.V1LibraryShows;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.MethodRegistry;
import dev.spoolmark.http.Response;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileView;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `user/library/*`: everything somebody watched or collected, by title.
public final class UserLibraryMethods {

    private final V1UserLookup users;
    private final PlayHistory plays;
    private final CollectionItems collected;
    private final Ratings ratings;
    private final V1LibraryMovies movies;
    private final V1LibraryShows shows;

    public UserLibraryMethods(
            V1UserLookup users, PlayHistory plays, CollectionItems collected, Ratings ratings, Catalog catalog) {
        this.users = users;
        this.plays = plays;
        this.collected = collected;
        this.ratings = ratings;
        this.movies = new V1LibraryMovies(catalog, plays, collected, ratings);
        this.shows = new V1LibraryShows(catalog, plays, collected, ratings);
    }

    public void declare(MethodRegistry v1) {
        v1.get(
                "/user/library/movies/all.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Told.ALL, this::allMovies));
        v1.get(
                "/user/library/movies/collection.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Told.NOTHING, collected::movies));
        v1.get(
                "/user/library/movies/watched.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Told.PLAYS, plays::moviesWatched));
        v1.get(
                "/user/library/shows/all.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Told.PLAYS, this::allShows));
        v1.get(
                "/user/library/shows/collection.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Told.COLLECTED, collected::shows));
        v1.get(
                "/user/library/shows/unseen.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Told.UNSEEN, plays::showsUnseen));
        v1.get(
                "/user/library/shows/watched.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Told.WATCHED, plays::showsWatched));
        v1.get(
                "/user/library/movies/hated.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Told.ALL, profile -> hated(profile, Kind.MOVIE, MovieId.class)));
        v1.get(
                "/user/library/movies/loved.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Told.ALL, profile -> loved(profile, Kind.MOVIE, MovieId.class)));
        v1.get(
                "/user/library/shows/hated.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Told.PLAYS, profile -> hated(profile, Kind.SHOW, ShowId.class)));
        v1.get(
                "/user/library/shows/loved.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Told.PLAYS, profile -> loved(profile, Kind.SHOW, ShowId.class)));
    }

    private Response movies(
            Call<NoBody> call, V1LibraryMovies.Told include, Function<ProfileView, Collection<MovieId>> which) {
        Optional<ProfileView> profile = users.look(call);
        return profile.isEmpty()
                ? V1Errors.ok(List.of())
                : movies.answer(call, profile.get(), include, which.apply(profile.get()));
    }

    private Response shows(
            Call<NoBody> call, V1LibraryShows.Told include, Function<ProfileView, Collection<ShowId>> which) {
        Optional<ProfileView> profile = users.look(call);
        return profile.isEmpty()
                ? V1Errors.ok(List.of())
                : shows.answer(call, profile.get(), include, which.apply(profile.get()));
    }

    private Set<MovieId> allMovies(ProfileView profile) {
        Set<MovieId> all = new HashSet<>(plays.moviesWatched(profile));
        all.addAll(collected.movies(profile));
        return all;
    }

    private Set<ShowId> allShows(ProfileView profile) {
        Set<ShowId> all = new HashSet<>(plays.showsWatched(profile));
        all.addAll(collected.shows(profile));
        return all;
    }

    /// What somebody loved, whether they own it or not (`docs/spec/v1/deprecated.md#userlibrarymoviesloved`).
    private <T extends MediaId> List<T> loved(ProfileView profile, Kind kind, Class<T> type) {
        return ids(ratings.of(profile, kind, Score.MIN_LOVE, Score.LOVE), type);
    }

    private <T extends MediaId> List<T> hated(ProfileView profile, Kind kind, Class<T> type) {
        return ids(ratings.of(profile, kind, Score.HATE, Score.MAX_HATE), type);
    }

    private static <T extends MediaId> List<T> ids(List<MediaId> items, Class<T> type) {
        return items.stream().map(type::cast).toList();
    }
}
