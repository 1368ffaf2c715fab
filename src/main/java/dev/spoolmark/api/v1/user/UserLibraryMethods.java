package dev.spoolmark.api.v1.user;

import static dev.spoolmark.account.ProfileSection.COLLECTION;
import static dev.spoolmark.account.ProfileSection.HISTORY;
import static dev.spoolmark.account.ProfileSection.RATINGS;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1LibraryMovies;
import dev.spoolmark.api.v1.V1LibraryShows;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
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

/// `user/library/*`: all items that a user watched or collected, ordered by title.
public final class UserLibraryMethods {

    private final V1UserLookup users;
    private final PlayHistory plays;
    private final CollectionItems collectionItems;
    private final Ratings ratings;
    private final V1LibraryMovies movies;
    private final V1LibraryShows shows;

    public UserLibraryMethods(
            V1UserLookup users, PlayHistory plays, CollectionItems collected, Ratings ratings, Catalog catalog) {
        this.users = users;
        this.plays = plays;
        this.collectionItems = collected;
        this.ratings = ratings;
        this.movies = new V1LibraryMovies(catalog, plays, collected, ratings);
        this.shows = new V1LibraryShows(catalog, plays, collected, ratings);
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/user/library/movies/all.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Members.ALL, this::allMovies, HISTORY, COLLECTION));
        v1.get(
                "/user/library/movies/collection.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Members.NONE, collectionItems::movies, COLLECTION));
        v1.get(
                "/user/library/movies/watched.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(call, V1LibraryMovies.Members.PLAYS, plays::moviesWatched, HISTORY));
        v1.get(
                "/user/library/shows/all.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Members.PLAYS, this::allShows, HISTORY, COLLECTION));
        v1.get(
                "/user/library/shows/collection.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Members.COLLECTED, collectionItems::shows, COLLECTION));
        v1.get(
                "/user/library/shows/unseen.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Members.UNSEEN, plays::showsUnseen, HISTORY, COLLECTION));
        v1.get(
                "/user/library/shows/watched.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(call, V1LibraryShows.Members.WATCHED, plays::showsWatched, HISTORY));
        v1.get(
                "/user/library/movies/hated.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(
                        call,
                        V1LibraryMovies.Members.ALL,
                        profile -> hated(profile, Kind.MOVIE, MovieId.class),
                        HISTORY,
                        COLLECTION,
                        RATINGS));
        v1.get(
                "/user/library/movies/loved.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> movies(
                        call,
                        V1LibraryMovies.Members.ALL,
                        profile -> loved(profile, Kind.MOVIE, MovieId.class),
                        HISTORY,
                        COLLECTION,
                        RATINGS));
        v1.get(
                "/user/library/shows/hated.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(
                        call,
                        V1LibraryShows.Members.PLAYS,
                        profile -> hated(profile, Kind.SHOW, ShowId.class),
                        HISTORY,
                        RATINGS));
        v1.get(
                "/user/library/shows/loved.json/{apikey}/{username}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> shows(
                        call,
                        V1LibraryShows.Members.PLAYS,
                        profile -> loved(profile, Kind.SHOW, ShowId.class),
                        HISTORY,
                        RATINGS));
    }

    private Response movies(
            Call<NoBody> call,
            V1LibraryMovies.Members include,
            Function<ProfileView, Collection<MovieId>> items,
            ProfileSection... sections) {
        Optional<ProfileView> profile = users.view(call, sections);
        return profile.isEmpty()
                ? V1Responses.ok(List.of())
                : movies.response(call, profile.get(), include, items.apply(profile.get()));
    }

    private Response shows(
            Call<NoBody> call,
            V1LibraryShows.Members include,
            Function<ProfileView, Collection<ShowId>> items,
            ProfileSection... sections) {
        Optional<ProfileView> profile = users.view(call, sections);
        return profile.isEmpty()
                ? V1Responses.ok(List.of())
                : shows.response(call, profile.get(), include, items.apply(profile.get()));
    }

    private Set<MovieId> allMovies(ProfileView profile) {
        Set<MovieId> all = new HashSet<>(plays.moviesWatched(profile));
        all.addAll(collectionItems.movies(profile));
        return all;
    }

    private Set<ShowId> allShows(ProfileView profile) {
        Set<ShowId> all = new HashSet<>(plays.showsWatched(profile));
        all.addAll(collectionItems.shows(profile));
        return all;
    }

    /// Items that a user loves, collected or not (`docs/spec/v1/deprecated.md#userlibrarymoviesloved`).
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
