package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.DataVisibility;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Protected users are not visible in any read about several users. The methods come from the method table
/// (`docs/security.md#visibility`).
///
/// The protected user eve has data of every kind on public items. Her profile and her list contain the word
/// `canary`.
class PrivacyAmongManyTest extends V1Conformance {

    private static final Pattern PARAMETER = Pattern.compile("([/=])\\{(\\w+)(\\??)}");

    private static final String MOVIE = "\"title\":\"Batman Begins\",\"year\":2005,\"imdb_id\":\"tt0372784\"";
    private static final String SHOW = "\"title\":\"Portlandia\",\"year\":2011,\"tvdb_id\":213221";
    private static final String EPISODE =
            SHOW + ",\"season\":1,\"episode\":1,\"episodes\":[{\"season\":1,\"episode\":1}]";

    /// Methods that return the name of a protected user: names and comments are public
    /// (`docs/security.md#visibility`).
    private static final List<String> SHOWS_THE_NAME = List.of("/search/users", "/comments", "/shouts");

    /// Methods that return a protected user to followers.
    private static final Set<String> SHOWS_THE_USER = Set.of(
            "/activity/episodes",
            "/activity/friends",
            "/activity/friendsme",
            "/activity/following",
            "/activity/followers",
            "/activity/movies",
            "/activity/seasons",
            "/activity/shows",
            "/movie/summary",
            "/movie/watchingnow",
            "/search/users",
            "/show/summaries",
            "/show/summary",
            "/show/watchingnow",
            "/show/episode/watchingnow");

    private TestUser eve;

    @BeforeEach
    void fill() {
        eve = users.eve();
        users.features().follows().followEachOther(eve.account(), users.ann().account());
        List.of("rate/movie", "movie/seen", "movie/library", "movie/watchlist", "movie/scrobble", "comment/movie")
                .forEach(method -> write(method, MOVIE + ",\"movies\":[{" + MOVIE + "}]"));
        List.of("rate/show", "show/watchlist", "comment/show").forEach(method -> write(method, SHOW));
        List.of("rate/episode", "show/episode/seen", "show/episode/library", "show/scrobble", "comment/episode")
                .forEach(method -> write(method, EPISODE));
        write("lists/add", "\"name\":\"canary list\",\"privacy\":\"public\",\"description\":\"canary\"");
    }

    static Stream<ApiMethod<?>> methods() {
        return DeclaredMethods.v1().stream()
                .filter(ApiMethod::isImplemented)
                .filter(ApiMethod::isGet)
                .filter(method -> !method.path().contains("{username}"));
    }

    static Stream<String> paths() {
        return methods().map(ApiMethod::path);
    }

    static Stream<String> pathsOfMany() {
        return methods()
                .filter(method -> method.visibility() == DataVisibility.MANY_USERS)
                .map(ApiMethod::path);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void usersWithoutAccessSeeNothingOfAProtectedUser(String path) {
        startWatching(path);

        assertHidden(path, null);
        assertHidden(path, users.dora());
        assertHidden(path, users.cem());
        assertHidden(path, users.impostor());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anInvalidKeyReturnsNothingOfAProtectedUserToAFollower(String path) {
        startWatching(path);
        String wrong = filled(path).replace(V1Client.KEY, "wrong");

        V1Response response = v1.send("GET", wrong).basic(users.ann()).send();

        if (path.contains("{apikey}")) {
            assertThat(response.status()).isEqualTo(401);
        }
        assertThat(response.text()).doesNotContain("canary", "\"eve\"");
    }

    @ParameterizedTest
    @MethodSource("pathsOfMany")
    void aFollowerSeesAProtectedUserInTheSpecifiedMethods(String path) {
        startWatching(path);

        String text = readAs(path, users.ann());

        assertThat(text.contains("\"eve\"")).as(text).isEqualTo(SHOWS_THE_USER.contains(name(path)));
        assertThat(text.contains("canary")).as(text).isEqualTo(SHOWS_THE_USER.contains(name(path)));
    }

    @ParameterizedTest
    @MethodSource("pathsOfMany")
    void aFollowerSeesNoSectionThatIsOpenToTheOwnerOnly(String path) {
        startWatching(path);
        SectionAudiences audiences = SectionAudiences.EVERYONE;
        for (ProfileSection section : ProfileSection.values()) {
            audiences = audiences.with(section, Audience.SELF);
        }
        users.features().accounts().settings().changeAudiences(eve.account(), audiences, Actor.OPERATOR);

        assertHidden(path, users.ann());
    }

    @Test
    void theListOfMethodsIsCurrent() {
        assertThat(pathsOfMany().map(PrivacyAmongManyTest::name)).containsAll(SHOWS_THE_USER);
    }

    private void assertHidden(String path, @Nullable TestUser viewer) {
        String text = readAs(path, viewer);

        assertThat(text).doesNotContain("canary");
        if (SHOWS_THE_NAME.stream().noneMatch(name(path)::contains)) {
            assertThat(text).doesNotContain("\"eve\"");
        }
    }

    private String readAs(String path, @Nullable TestUser viewer) {
        V1Client.RequestBuilder sending = v1.send("GET", filled(path));
        return (viewer == null ? sending : sending.basic(viewer)).send().text();
    }

    /// Starts playback of the item of the path; a user has one playback at a time.
    private void startWatching(String path) {
        if (path.startsWith("/movie")) {
            write("movie/watching", MOVIE);
        } else {
            write("show/watching", EPISODE);
        }
    }

    private void write(String method, String members) {
        assertThat(v1.post(method)
                        .as(eve)
                        .with(members + ",\"rating\":9,\"duration\":30,\"progress\":50,\"comment\":\"said aloud\"")
                        .text())
                .contains("\"success\"");
    }

    private static String name(String path) {
        int end = path.indexOf(".json");
        return end < 0 ? path : path.substring(0, end);
    }

    /// Replaces parameters by arguments with the most detailed response; optional parameters without an argument
    /// are removed.
    private static String filled(String path) {
        String title = path.contains("/movie") ? "batman-begins-2005" : "portlandia";
        Map<String, String> arguments = Map.of(
                "apikey",
                V1Client.KEY,
                "title",
                title,
                "titles",
                title,
                "query",
                "eve",
                "season",
                "1",
                "episode",
                "1",
                "timestamp",
                "0",
                "extended",
                "full");
        return PARAMETER.matcher(path).replaceAll(parameter -> {
            String value = arguments.getOrDefault(parameter.group(2), "");
            return value.isEmpty() && parameter.group(1).equals("/") ? "" : parameter.group(1) + value;
        });
    }
}
