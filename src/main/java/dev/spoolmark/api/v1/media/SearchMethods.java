package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL_LENIENT;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.api.v1.V1PathItem;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1SearchResults;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// `search/*`: full-text search for items and users.
public final class SearchMethods {

    private static final int LIMIT = 30;
    private static final int LONGEST = 100;

    private final Search search;
    private final V1SearchResults searchResults;
    private final OnDemandLookup onDemandLookup;
    private final Accounts accounts;
    private final ProfileAccess access;

    public SearchMethods(
            Search search,
            V1SearchResults searchResults,
            OnDemandLookup onDemandLookup,
            Accounts accounts,
            ProfileAccess access) {
        this.search = search;
        this.searchResults = searchResults;
        this.onDemandLookup = onDemandLookup;
        this.accounts = accounts;
        this.access = access;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable queryFirst = v1.withTrait(MethodTrait.QUERY_FIRST).withTrait(MethodTrait.SEARCHING);
        queryFirst.get("/search/episodes.json/{apikey}?query={query}&limit={limit?}", NONE, PUBLIC, this::episodes);
        queryFirst.get(
                "/search/movies.json/{apikey}?query={query}&limit={limit?}", OPTIONAL_LENIENT, PUBLIC, this::movies);
        queryFirst.get("/search/people.json/{apikey}?query={query}&limit={limit?}", NONE, PUBLIC, this::people);
        queryFirst.get(
                "/search/shows.json/{apikey}?query={query}&limit={limit?}&seasons={seasons?}",
                OPTIONAL_LENIENT,
                PUBLIC,
                this::shows);
        queryFirst.get(
                "/search/users.json/{apikey}?query={query}&limit={limit?}", OPTIONAL_LENIENT, MANY_USERS, this::users);
    }

    // GET search/episodes

    private Response episodes(Call<NoBody> call) {
        return V1Responses.ok(searchResults.episodes(call, results(call, search::episodes)));
    }

    // GET search/movies

    private Response movies(Call<NoBody> call) {
        List<MovieId> movies = results(call, search::movies);
        List<JsonObject> rendered = searchResults.movies(call, movies.isEmpty() ? lookUpMovie(call) : movies);
        rendered.forEach(movie -> movie.without("rt_id"));
        return V1Responses.ok(rendered);
    }

    // GET search/people

    private Response people(Call<NoBody> call) {
        return V1Responses.ok(searchResults.users(call, results(call, search::people)));
    }

    // GET search/shows

    private Response shows(Call<NoBody> call) {
        boolean seasons = call.argument("seasons").filter(SearchMethods::isTrue).isPresent();
        List<ShowId> shows = results(call, search::shows);
        return V1Responses.ok(searchResults.searchedShows(call, shows.isEmpty() ? lookUpShow(call) : shows, seasons));
    }

    /// True unless it is a negative value (`docs/spec/v1/search.md#searchshows`).
    private static boolean isTrue(String text) {
        return new LenientValue(text, true).asBoolean().orElse(true);
    }

    // GET search/users

    private Response users(Call<NoBody> call) {
        List<UserId> ids = results(call, search::users);
        Map<UserId, Account> usersById = accounts.all(ids);
        Map<UserId, ProfileView> visible = access.viewOf(Viewer.of(call.caller()), usersById.values());
        V1Links links = new V1Links(call.base());
        return V1Responses.ok(ids.stream()
                .map(usersById::get)
                .filter(Objects::nonNull)
                .map(user -> Optional.ofNullable(visible.get(user.id()))
                        .map(profile -> V1User.full(profile.account(), links))
                        .orElseGet(() -> V1User.reduced(user, links)))
                .toList());
    }

    // Shared

    /// Just after the start of the server, waits briefly for the index.
    private <I> List<I> results(Call<NoBody> call, BiFunction<String, Integer, List<I>> find) {
        if (search.mayBeReadySoon()) {
            call.blocking().runBlocking(() -> {
                search.awaitIndex();
                return true;
            });
        }
        return find.apply(query(call), limit(call));
    }

    /// An unknown external id may be looked up at a source while the request waits.
    private List<MovieId> lookUpMovie(Call<NoBody> call) {
        return onDemandLookup
                .unknownMovie(V1PathItem.movie(query(call).strip()), V1TitleRenderer.waiter(call))
                .map(movie -> List.of(movie.id()))
                .orElse(List.of());
    }

    private List<ShowId> lookUpShow(Call<NoBody> call) {
        return onDemandLookup
                .unknownShow(V1PathItem.show(query(call).strip()), V1TitleRenderer.waiter(call))
                .map(show -> List.of(show.id()))
                .orElse(List.of());
    }

    private static String query(Call<NoBody> call) {
        return call.argument("query").orElse("");
    }

    /// An invalid limit counts as absent.
    private static int limit(Call<NoBody> call) {
        String digits = call.argument("limit").orElse("").strip();
        return digits.matches("-?\\d{1,9}") ? Math.clamp(AsciiNumber.parseInt(digits), 1, LONGEST) : LIMIT;
    }
}
