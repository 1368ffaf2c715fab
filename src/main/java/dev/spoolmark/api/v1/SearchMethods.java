package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.WELCOME;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Enquiries;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.kernel.AsciiNumber;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/// `search/*`: finding things and people by words.
final class SearchMethods {

    private static final int LIMIT = 30;
    private static final int LONGEST = 100;

    private final Search search;
    private final V1Found found;
    private final Enquiries enquiries;
    private final Accounts accounts;
    private final Gate gate;

    SearchMethods(Search search, V1Found found, Enquiries enquiries, Accounts accounts, Gate gate) {
        this.search = search;
        this.found = found;
        this.enquiries = enquiries;
        this.accounts = accounts;
        this.gate = gate;
    }

    void declare(Methods v1) {
        Methods asked = v1.with(Trait.QUERY_FIRST);
        asked.get("/search/episodes.json/{apikey}?query={query}&limit={limit?}", OPEN, NOBODY, this::episodes);
        asked.get("/search/movies.json/{apikey}?query={query}&limit={limit?}", WELCOME, NOBODY, this::movies);
        asked.get("/search/people.json/{apikey}?query={query}&limit={limit?}", OPEN, NOBODY, this::people);
        asked.get(
                "/search/shows.json/{apikey}?query={query}&limit={limit?}&seasons={seasons?}",
                WELCOME,
                NOBODY,
                this::shows);
        asked.get("/search/users.json/{apikey}?query={query}&limit={limit?}", WELCOME, MANY, this::users);
    }

    // GET search/episodes

    private Reply episodes(Call<NoBody> call) {
        return V1Words.ok(found.episodes(call, results(call, search::episodes)));
    }

    // GET search/movies

    private Reply movies(Call<NoBody> call) {
        List<MovieId> movies = results(call, search::movies);
        List<V1Object> told = found.movies(call, movies.isEmpty() ? askedForMovie(call) : movies);
        told.forEach(movie -> movie.without("rt_id"));
        return V1Words.ok(told);
    }

    // GET search/people

    private Reply people(Call<NoBody> call) {
        return V1Words.ok(found.people(call, results(call, search::people)));
    }

    // GET search/shows

    private Reply shows(Call<NoBody> call) {
        boolean seasons = call.argument("seasons").filter(SearchMethods::isYes).isPresent();
        List<ShowId> shows = results(call, search::shows);
        return V1Words.ok(found.searchedShows(call, shows.isEmpty() ? askedForShow(call) : shows, seasons));
    }

    /// Whatever does not say no (`search.md`).
    private static boolean isYes(String word) {
        return new Scalar(word, true).truth().orElse(true);
    }

    // GET search/users

    private Reply users(Call<NoBody> call) {
        List<UserId> ids = results(call, search::users);
        Map<UserId, Account> known = accounts.all(ids);
        Set<UserId> seen = gate.seen(Viewer.of(call.caller()), known.values());
        V1Links links = new V1Links(call.base());
        return V1Words.ok(ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(user -> seen.contains(user.id()) ? V1User.full(user, links) : V1User.reduced(user, links))
                .toList());
    }

    // What they have in common

    /// Just after the start of the server the index may be a moment away.
    private <I> List<I> results(Call<NoBody> call, BiFunction<String, Integer, List<I>> find) {
        if (search.isSoonReady()) {
            call.turn().aside(() -> {
                search.awaitIndex();
                return true;
            });
        }
        return find.apply(query(call), limit(call));
    }

    /// An id that nobody here knows may be asked for while the caller waits.
    private List<MovieId> askedForMovie(Call<NoBody> call) {
        return enquiries
                .unknownMovie(query(call), V1Titles.waiting(call))
                .map(movie -> List.of(movie.id()))
                .orElse(List.of());
    }

    private List<ShowId> askedForShow(Call<NoBody> call) {
        return enquiries
                .unknownShow(query(call), V1Titles.waiting(call))
                .map(show -> List.of(show.id()))
                .orElse(List.of());
    }

    private static String query(Call<NoBody> call) {
        return call.argument("query").orElse("");
    }

    /// A limit that is no number is none.
    private static int limit(Call<NoBody> call) {
        String digits = call.argument("limit").orElse("").strip();
        return digits.matches("-?\\d{1,9}") ? Math.clamp(AsciiNumber.parseInt(digits), 1, LONGEST) : LIMIT;
    }
}
