package dev.spoolmark.conformance;

import static dev.spoolmark.http.RequestPriority.CRITICAL_WRITE;
import static dev.spoolmark.http.RequestPriority.USER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.RequestPriority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Priorities of methods under load: writes of plays, then reads of user data, then the rest.
class MethodPriorityTest {

    private static final List<ApiMethod<?>> METHODS = DeclaredMethods.v1();

    @Test
    void methodsThatRecordPlaysHaveTheHighestPriority() {
        List<String> plays = METHODS.stream()
                .map(ApiMethod::path)
                .filter(path -> path.matches("/(show|movie)/(episode/)?(scrobble|watching|checkin|seen|cancel\\w+)/.*"))
                .toList();

        assertThat(plays).hasSizeGreaterThan(10);
        assertThat(METHODS)
                .filteredOn(method -> plays.contains(method.path()))
                .allSatisfy(method -> assertThat(method.priority()).isEqualTo(CRITICAL_WRITE));
    }

    @ParameterizedTest
    @CsvSource({
        "/rate/episodes/, CRITICAL_WRITE",
        "/lists/items/add/, CRITICAL_WRITE",
        "/movie/library/, CRITICAL_WRITE",
        "/user/library/shows/all.json/, USER_READ",
        "/user/lastactivity.json/, USER_READ",
        "/user/progress/watched.json/, USER_READ",
        "/search/shows.json, BEST_EFFORT",
        "/movies/trending.json/, BEST_EFFORT",
        "/show/summary.json/, BEST_EFFORT",
        "/account/create/, BEST_EFFORT"
    })
    void methodsHaveTheExpectedPriority(String name, RequestPriority priority) {
        assertThat(METHODS.stream().filter(method -> method.path().startsWith(name)))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.priority()).isEqualTo(priority));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/settings/",
                "/account/test/",
                "/friends/all/",
                "/friends/requests/",
                "/network/requests/",
                "/recommendations/movies/{",
                "/recommendations/shows/{"
            })
    void readsSentAsPostHaveThePriorityOfReads(String name) {
        assertThat(METHODS.stream().filter(method -> method.path().startsWith(name)))
                .hasSize(1)
                .allSatisfy(method -> assertThat(method.priority()).isEqualTo(USER_READ));
    }

    @ParameterizedTest
    @CsvSource({
        "/comment/, COMMENTING",
        "/shout/, COMMENTING",
        "/lists/add/, COMMENTING",
        "/network/follow/, COMMENTING",
        "/friends/add/, COMMENTING",
        "/search/, SEARCHING"
    })
    void methodsWithStricterRateLimitsDeclareTheTrait(String name, MethodTrait trait) {
        assertThat(METHODS)
                .filteredOn(method -> method.path().startsWith(name))
                .isNotEmpty()
                .allMatch(method -> method.is(trait));
    }
}
