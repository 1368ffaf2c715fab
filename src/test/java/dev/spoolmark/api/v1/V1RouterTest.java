package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.DataVisibility;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms of paths that were recorded from old clients.
class V1RouterTest {

    private static final String KEY = "5d41402abc4b2a76b9719d911017c592ae0f7cb1";

    private final V1Router router = new V1Router(table().all());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/shows.json/KEY/20130921/7", "/calendar/shows/KEY/20130921/7",
                        "/calendar/shows/json/KEY/20130921/7",
                "/calendar/shows.format/KEY/20130921/7", "//calendar//shows.json//KEY/20130921/7/",
                        "/calendar.json/shows/KEY/20130921/7"
            })
    void theSuffixIsOptionalAndCanBeAnywhere(String path) {
        V1Router.Route route = find(path);

        assertThat(route.key()).isEqualTo(KEY);
        assertThat(route.arguments()).isEqualTo(Map.of("date", "20130921", "days", "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "/activity/user.json/KEY/justin/all, /activity/user.json/{apikey}/{username}/{types?}",
        "/activity/user/movies.json/KEY/justin/tron, /activity/user/movies.json/{apikey}/{username}/{title}",
        "/user/watched/movies/KEY/justin, /user/watched/movies.json/{apikey}/{username}",
        "/user/watched/KEY/movies, /user/watched.json/{apikey}/{username}"
    })
    void theLongestPathMatches(String path, String declared) {
        assertThat(find(path).method().path()).isEqualTo(declared);
    }

    @Test
    void anEncodedCommaOrSlashStaysInItsSegment() {
        assertThat(find("/calendar/shows/KEY/a%2Cb%2Fc").arguments()).containsEntry("date", "a,b/c");
        assertThat(find("/search/shows.json/KEY/big+bang%20theory").arguments())
                .containsEntry("query", "big bang theory");
    }

    @Test
    void queryParametersKeepTheirNames() {
        assertThat(find("/search/shows.json/KEY").parameters()).containsExactly("query", "limit", "seasons");
    }

    @Test
    void aPathWithoutKeyHasNoKey() {
        assertThat(find("/calendar/shows").key()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing/here/KEY", "/calendar", "/5d41402abc4b2a76b9719d911017c592ae0f7cb1"})
    void otherPathsAreNotFound(String path) {
        assertThatThrownBy(() -> find(path)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/shows/KEY/%",
                "/calendar/shows/KEY/%zz",
                "/calendar/shows/KEY/%ff",
                "/calendar/shows/KEY/a%00b"
            })
    void malformedEncodingIsRejected(String path) {
        assertThatThrownBy(() -> find(path)).isInstanceOf(ProblemException.class);
    }

    private V1Router.Route find(String path) {
        return router.find(V1Path.segments(path.replace("KEY", KEY)));
    }

    private static ApiMethodTable table() {
        ApiMethodTable methods = new ApiMethodTable();
        for (String path : new String[] {
            "/calendar/shows.json/{apikey}/{date?}/{days?}",
            "/activity/user.json/{apikey}/{username}/{types?}",
            "/activity/user/movies.json/{apikey}/{username}/{title}",
            "/user/watched.json/{apikey}/{username}",
            "/user/watched/movies.json/{apikey}/{username}",
            "/search/shows.json/{apikey}?query={query}&limit={limit?}&seasons={seasons?}"
        }) {
            methods.notYet("GET", path, AuthenticationRequirement.NONE, DataVisibility.PUBLIC);
        }
        return methods;
    }
}
