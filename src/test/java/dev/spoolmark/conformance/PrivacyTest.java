package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.ApiMethod;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Data of a protected user are not visible in any method about a named user. The methods come from the method
/// table, so new ones are included (`docs/security.md#sec-p1`).
///
/// All private data of eve contain the word `canary`: her profile, plays, collection, ratings, lists and
/// followers.
class PrivacyTest extends V1Conformance {

    private static final Pattern PARAMETER = Pattern.compile("/\\{(\\w+)(\\??)}");

    private static final Map<String, String> ARGUMENTS =
            Map.of("apikey", V1Client.KEY, "username", "eve", "slug", "canary-list", "season", "1", "episode", "1");

    private TestUser eve;

    @BeforeEach
    void fill() {
        eve = users.eve();
        List.of("rate/movie", "movie/seen", "movie/library", "movie/watchlist", "movie/watching")
                .forEach(this::writeMovie);
        List.of("rate/show", "show/watchlist").forEach(this::writeShow);
        List.of("rate/episode", "show/episode/seen", "show/episode/library", "show/episode/watchlist", "show/scrobble")
                .forEach(this::writeEpisode);
        write("lists/add", "\"name\": \"canary list\", \"privacy\": \"public\", \"description\": \"canary\"");
    }

    static Stream<String> methods() {
        return DeclaredMethods.v1().stream()
                .filter(ApiMethod::isImplemented)
                .map(ApiMethod::path)
                .filter(path -> path.contains("{username}"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anAnonymousClientSeesNothing(String path) {
        assertThat(v1.send("GET", filled(path)).send().text()).doesNotContain("canary");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aUserWhoDoesNotFollowSeesNothing(String path) {
        assertThat(v1.send("GET", filled(path)).basic(users.dora()).send().text())
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aPendingFollowerSeesNothing(String path) {
        assertThat(v1.send("POST", filled(path)).as(users.cem()).send().text()).doesNotContain("canary");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anApprovedFollowerGetsTheStatusOfTheOwner(String path) {
        V1Response owner = v1.send("GET", filled(path)).basic(eve).send();
        V1Response follower = v1.send("GET", filled(path)).basic(users.ann()).send();

        assertThat(follower.status()).isEqualTo(owner.status()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aFollowerSeesNoSectionThatIsOpenToTheOwnerOnly(String path) {
        restrictToOwner(ProfileSection.values());

        V1Response follower = v1.send("GET", filled(path)).basic(users.ann()).send();

        assertThat(follower.text())
                .doesNotContain("canary movie", "canary show", "\"full_name\":\"canary\"", "\"about\":\"canary\"");
        assertThat(follower.status()).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aSectionOfTheOwnerOnlyCausesNoServerError(String path) {
        for (ProfileSection section : ProfileSection.values()) {
            restrictToOwner(section);

            assertThat(v1.send("GET", filled(path)).basic(users.ann()).send().status())
                    .as(section.key())
                    .isLessThan(500);
        }
    }

    private void restrictToOwner(ProfileSection... sections) {
        SectionAudiences audiences = SectionAudiences.EVERYONE;
        for (ProfileSection section : sections) {
            audiences = audiences.with(section, Audience.SELF);
        }
        users.features().accounts().settings().changeAudiences(eve.account(), audiences, Actor.OPERATOR);
    }

    @Test
    void theProtectedUserHasDataInEveryTestedMethod() {
        assertThat(methods().map(path -> path.substring(0, path.indexOf(".json"))))
                .contains("/user/ratings/movies", "/user/network/followers");
        v1.get("user/ratings/movies", "/eve")
                .basic(users.ann())
                .send()
                .ok()
                .node("[0].title")
                .isEqualTo("canary movie");
        v1.get("user/network/followers", "/eve")
                .basic(eve)
                .send()
                .ok()
                .inPath("$[*].username")
                .isEqualTo(List.of("canary-fan", "ann"));
    }

    /// Replaces parameters by arguments; optional parameters without an argument are removed.
    private static String filled(String path) {
        String title = path.contains("/movies") ? "canary-movie-2001" : "canary-show";
        return PARAMETER.matcher(path).replaceAll(parameter -> {
            String name = parameter.group(1);
            String value = name.equals("title") ? title : ARGUMENTS.getOrDefault(name, "");
            return parameter.group(2).isEmpty() ? "/" + value : "";
        });
    }

    private void writeMovie(String method) {
        String movie = "\"title\": \"canary movie\", \"year\": 2001, \"imdb_id\": \"tt7777777\"";
        write(method, movie + ", \"rating\": 9, \"movies\": [{" + movie + "}]");
    }

    private void writeShow(String method) {
        String show = "\"title\": \"canary show\", \"year\": 2001, \"tvdb_id\": 7777777";
        write(method, show + ", \"rating\": 9, \"shows\": [{" + show + "}]");
    }

    private void writeEpisode(String method) {
        write(
                method,
                "\"title\": \"canary show\", \"year\": 2001, \"tvdb_id\": 7777777, \"season\": 1, \"episode\": 1,"
                        + "\"rating\": 9, \"duration\": 30, \"progress\": 50,"
                        + "\"episodes\": [{\"season\": 1, \"episode\": 1}]");
    }

    /// A method that is not implemented returns 501.
    private void write(String method, String members) {
        assertThat(v1.post(method).as(eve).with(members).status()).isIn(200, 501);
    }
}
