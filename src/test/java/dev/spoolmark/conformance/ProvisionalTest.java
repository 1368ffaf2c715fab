package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.AuthenticationRequirement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A provisional item of another user has the response of an unknown item, in every method that takes a reference
/// or a query (`docs/domain.md#unknown-titles`). The methods come from the method table, so new ones are
/// included.
///
/// The protected user bob has data of every kind on a movie and a show called `canary`, and on a provisional
/// episode of a known show.
class ProvisionalTest extends ReadConformance {

    private static final Pattern PARAMETER = Pattern.compile("([/=])\\{(\\w+)(\\??)}");

    private static final List<String> MOVIE_NAMES = List.of("canary-movie-2001", "tt7777777", "7777777");
    private static final List<String> SHOW_NAMES = List.of("canary-show", "7777777");

    /// A reference that no user has sent.
    private static final String NOTHING = "zzz-nothing";

    @BeforeEach
    void fill() {
        loadCaptured();
        String movie = "\"title\":\"canary movie\",\"year\":2001,\"imdb_id\":\"tt7777777\",\"tmdb_id\":7777777";
        List.of("rate/movie", "movie/seen", "movie/library", "movie/watchlist", "comment/movie", "movie/watching")
                .forEach(method -> write(method, movie + ",\"movies\":[{" + movie + "}]"));
        String show = "\"title\":\"canary show\",\"year\":2001,\"tvdb_id\":7777777";
        List.of("rate/show", "show/watchlist", "comment/show").forEach(method -> write(method, show));
        episode(show, 1);
        episode("\"tvdb_id\":261690", 2);
    }

    private void episode(String show, int season) {
        String numbered = "\"season\":" + season + ",\"episode\":7";
        List.of("rate/episode", "show/episode/seen", "show/episode/library", "show/scrobble", "comment/episode")
                .forEach(method -> write(method, show + "," + numbered + ",\"episodes\":[{" + numbered + "}]"));
    }

    private void write(String method, String members) {
        V1Response response = v1.post(method)
                .as(users.bob())
                .with(members + ",\"rating\":9,\"duration\":30,\"progress\":50,\"comment\":\"canary said\"");
        assertThat(response.text()).contains("\"success\"");
    }

    static Stream<ApiMethod<?>> methods() {
        return DeclaredMethods.v1().stream()
                .filter(ApiMethod::isImplemented)
                .filter(method -> Pattern.compile("\\{(title|titles|query)\\??}")
                        .matcher(method.path())
                        .find());
    }

    static Stream<String> paths() {
        return methods().map(ApiMethod::path);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void otherUsersGetTheResponseOfAnUnknownItem(String path) {
        String nothing = readAs(path, NOTHING, null);
        String nothingForCem = readAs(path, NOTHING, users.cem());

        for (String name : names(path)) {
            assertThat(readAs(path, name, null)).isEqualTo(nothing).doesNotContain("canary");
            assertThat(readAs(path, name, users.cem())).isEqualTo(nothingForCem).doesNotContain("canary");
        }
    }

    static Stream<String> pathsWithSignIn() {
        return methods()
                .filter(method -> method.access() == AuthenticationRequirement.OPTIONAL
                        || method.access() == AuthenticationRequirement.SIGNED_IN)
                .map(ApiMethod::path)
                .filter(path -> !path.contains("{query"));
    }

    @ParameterizedTest
    @MethodSource("pathsWithSignIn")
    void theUserWhoseDataReferenceItFindsIt(String path) {
        String nothing = readAs(path, NOTHING, users.bob());

        for (String name : names(path)) {
            assertThat(readAs(path, name, users.bob())).startsWith("200").isNotEqualTo(nothing);
        }
    }

    static Stream<String> pathsOfUsers() {
        return methods().map(ApiMethod::path).filter(path -> path.contains("{username}"));
    }

    @ParameterizedTest
    @MethodSource("pathsOfUsers")
    void anApprovedFollowerFindsItInTheDataOfTheUser(String path) {
        for (String name : names(path)) {
            assertThat(readAs(path, name, users.ann()))
                    .startsWith("200")
                    .isNotEqualTo(readAs(path, NOTHING, users.ann()));
        }
    }

    @Test
    void aProvisionalEpisodeOfAKnownShowIsVisibleToItsUserOnly() {
        assertThat(v1.get("show/season", "/the-americans/2")
                        .basic(users.bob())
                        .send()
                        .text())
                .contains("\"episode\":7");
        v1.get("show/season", "/the-americans/2").basic(users.cem()).send().ok().isEqualTo("[]");
        v1.get("show/episode/summary", "/the-americans/2/7")
                .basic(users.bob())
                .send()
                .ok()
                .node("episode.number")
                .isEqualTo(7);
        v1.get("show/episode/summary", "/the-americans/2/7").send().fails(404, "episode not found");
        assertThat(v1.get("show/summary", "/the-americans").send().text()).doesNotContain("\"number\":7");
    }

    @Test
    void aProvisionalItemOfOthersCannotBeDismissedOrUnrated() {
        String movie = "\"tmdb_id\":7777777";
        v1.post("recommendations/movies/dismiss").as(users.cem()).with(movie).fails(404, "movie not found");
        v1.post("recommendations/shows/dismiss")
                .as(users.cem())
                .with("\"tvdb_id\":7777777")
                .fails(404, "show not found");
        v1.post("rate/movie")
                .as(users.cem())
                .with(movie + ",\"rating\":\"unrate\"")
                .fails(404, "movie not found");
        v1.post("recommendations/movies/dismiss")
                .as(users.bob())
                .with(movie)
                .ok()
                .node("movie.title")
                .isEqualTo("canary movie");
    }

    /// Bodies of writes that remove data or reference an episode of a show, by method; `#` is the id.
    static Stream<Arguments> removals() {
        String episode = "\"tvdb_id\":#,\"season\":1,\"episode\":7";
        String episodes = "\"tvdb_id\":#,\"episodes\":[{\"season\":1,\"episode\":7}]";
        return Stream.of(
                arguments("movie/unseen", "\"movies\":[{\"tmdb_id\":#}]"),
                arguments("movie/unlibrary", "\"movies\":[{\"tmdb_id\":#}]"),
                arguments("movie/unwatchlist", "\"movies\":[{\"tmdb_id\":#}]"),
                arguments("rate/movie", "\"tmdb_id\":#,\"rating\":\"unrate\""),
                arguments("rate/movies", "\"movies\":[{\"tmdb_id\":#,\"rating\":\"unrate\"}]"),
                arguments("show/unlibrary", "\"tvdb_id\":#"),
                arguments("show/unwatchlist", "\"shows\":[{\"tvdb_id\":#}]"),
                arguments("rate/show", "\"tvdb_id\":#,\"rating\":\"unrate\""),
                arguments("rate/shows", "\"shows\":[{\"tvdb_id\":#,\"rating\":\"unrate\"}]"),
                arguments("show/episode/unseen", episodes),
                arguments("show/episode/unlibrary", episodes),
                arguments("show/episode/unwatchlist", episodes),
                arguments("show/episode/library", "\"tvdb_id\":#,\"episodes\":[{\"season\":-1,\"episode\":7}]"),
                arguments("rate/episode", episode + ",\"rating\":\"unrate\""),
                arguments("rate/episodes", "\"episodes\":[{" + episode + ",\"rating\":\"unrate\"}]"),
                arguments("lists/items/delete", "\"slug\":\"mine\",\"items\":[{\"type\":\"movie\",\"tmdb_id\":#}]"));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void removingAProvisionalItemOfOthersLooksLikeAnUnknownItem(String method, String members) {
        v1.post("lists/add").as(users.cem()).with("\"name\":\"mine\",\"privacy\":\"private\"");

        String canary = remove(method, members, "7777777");

        assertThat(canary).isEqualTo(remove(method, members, "8888888")).doesNotContain("canary");
    }

    private String remove(String method, String members, String id) {
        V1Response response = v1.post(method).as(users.cem()).with(members.replace("#", id));
        return response.status() + " " + response.text().replace(id, "#");
    }

    @Test
    void provisionalEpisodesOfOthersLookLikeUnknownEpisodes() {
        String known = "\"tvdb_id\":261690,\"episodes\":[{\"season\":2,\"episode\":#,\"rating\":\"unrate\"}]";
        for (String method : List.of("show/episode/unseen", "show/episode/unlibrary")) {
            assertThat(remove(method, known, "7")).isEqualTo(remove(method, known, "8"));
        }
        String rated = "\"episodes\":[{\"tvdb_id\":261690,\"season\":2,\"episode\":#,\"rating\":\"unrate\"}]";
        assertThat(remove("rate/episodes", rated, "7")).isEqualTo(remove("rate/episodes", rated, "8"));
    }

    @Test
    void readsOfEveryKindAreTested() {
        assertThat(methods()
                        .map(method -> method.path().substring(0, method.path().indexOf(".json"))))
                .contains("/movie/summary", "/show/summaries", "/show/seasons", "/activity/movies", "/search/movies")
                .contains("/show/episode/comments", "/user/progress/watched");
    }

    private static List<String> names(String path) {
        return path.contains("/movie") ? MOVIE_NAMES : SHOW_NAMES;
    }

    /// Status and body.
    private String readAs(String path, String name, @Nullable TestUser caller) {
        V1Client.RequestBuilder sending = v1.send("GET", filled(path, name));
        V1Response response = (caller == null ? sending : sending.basic(caller)).send();
        return response.status() + " " + response.text();
    }

    private static String filled(String path, String name) {
        Map<String, String> arguments = Map.of(
                "apikey",
                V1Client.KEY,
                "title",
                name,
                "titles",
                name,
                "query",
                name.replace('-', '+'),
                "username",
                "bob",
                "season",
                "1",
                "episode",
                "7");
        return PARAMETER.matcher(path).replaceAll(parameter -> {
            String value = arguments.getOrDefault(parameter.group(2), "");
            boolean left = !parameter.group(3).isEmpty() && !parameter.group(2).startsWith("title");
            return left && parameter.group(1).equals("/") ? "" : parameter.group(1) + value;
        });
    }
}
