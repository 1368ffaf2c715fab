package dev.spoolmark.conformance;

import static dev.spoolmark.http.RequestPriority.CRITICAL_WRITE;
import static dev.spoolmark.http.RequestPriority.USER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.RequestPriority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered first when there is no room for everything: what is to be kept, then what somebody has, then the
/// rest.
class UrgencyTest {

    private static final List<ApiMethod<?>> METHODS = DeclaredMethods.v1();

    @Test
    void whatKeepsAPlayGoesFirst() {
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
        "/rate/episodes/, KEEPING",
        "/lists/items/add/, KEEPING",
        "/movie/library/, KEEPING",
        "/user/library/shows/all.json/, PERSON",
        "/user/lastactivity.json/, PERSON",
        "/user/progress/watched.json/, PERSON",
        "/search/shows.json, OTHER",
        "/movies/trending.json/, OTHER",
        "/show/summary.json/, OTHER",
        "/account/create/, OTHER"
    })
    void everyMethodHasItsPlace(String name, RequestPriority urgency) {
        assertThat(METHODS.stream().filter(method -> method.path().startsWith(name)))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.priority()).isEqualTo(urgency));
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
    void whatOnlyAsksIsNotUrgentBecauseItIsSentAsAWrite(String name) {
        assertThat(METHODS.stream().filter(method -> method.path().startsWith(name)))
                .hasSize(1)
                .allSatisfy(method -> assertThat(method.priority()).isEqualTo(USER_READ));
    }
}
