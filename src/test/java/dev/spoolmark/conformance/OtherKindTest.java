package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.AuthenticationRequirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An IMDb id of an item of another kind creates no provisional item, in every write that references a movie, a
/// show or an episode. The methods come from the method table, so new ones are included.
class OtherKindTest extends ReadConformance {

    private static final String OF_A_MOVIE = "tt0372784";
    private static final String OF_A_SHOW = "tt1520211";

    @BeforeEach
    void fill() {
        loadCaptured();
        v1.post("lists/add").as(users.ann()).with("\"name\":\"mine\",\"privacy\":\"private\"");
    }

    static Stream<String> writes() {
        return DeclaredMethods.v1().stream()
                .filter(method -> method.isImplemented()
                        && !method.isGet()
                        && method.access() == AuthenticationRequirement.SIGNED_IN)
                .map(ApiMethod::path)
                .map(path -> path.substring(1, path.indexOf("/{apikey}")))
                .filter(name -> !name.startsWith("account/") && !name.startsWith("network/"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void noWriteCreatesAnItemOfAnotherKind(String method) {
        for (String type : List.of("movie", "show", "season", "episode")) {
            String imdb = type.equals("movie") || (isOfMovies(method) && !method.startsWith("lists/"))
                    ? OF_A_SHOW
                    : OF_A_MOVIE;
            V1Response response = v1.post(method).as(users.ann()).with(body(type, imdb));
            assertThat(response.status()).isIn(200, 404);
        }
        assertThat(provisional()).isZero();
    }

    static Stream<String> adding() {
        return writes().filter(
                        name -> List.of("rate/", "movie/", "show/", "comment/", "shout/", "lists/items/add").stream()
                                .anyMatch(name::startsWith))
                .filter(name -> !name.contains("/un") && !name.contains("/cancel"));
    }

    @ParameterizedTest
    @MethodSource("adding")
    void aWriteThatAddsReportsThatNothingWasFound(String method) {
        String type = isOfMovies(method) ? "movie" : "show";
        String imdb = type.equals("movie") ? OF_A_SHOW : OF_A_MOVIE;

        // For a list of shows, this method returns only the number of marked episodes.
        String text = method.equals("show/seen") ? "0 episodes marked as seen" : type + " not found";
        assertThat(v1.post(method).as(users.ann()).with(body(type, imdb)).text())
                .contains(text);
    }

    @Test
    void allWritesThatAddAreTested() {
        assertThat(adding().toList())
                .contains("rate/movie", "rate/shows", "movie/scrobble", "movie/watching", "movie/checkin")
                .contains("movie/seen", "movie/library", "movie/watchlist", "show/episode/seen", "show/watchlist")
                .contains("show/scrobble", "comment/movie", "shout/show", "lists/items/add");
    }

    private static boolean isOfMovies(String method) {
        return method.contains("movie") || method.startsWith("lists/");
    }

    /// A body with all forms of references.
    private static String body(String type, String imdb) {
        String one = "\"type\":\"" + type + "\",\"imdb_id\":\"" + imdb + "\",\"season\":1,\"episode\":1,\"rating\":8";
        return one + ",\"movies\":[{" + one + "}],\"shows\":[{" + one + "}],\"episodes\":[{" + one + "}]"
                + ",\"items\":[{" + one
                + "}],\"slug\":\"mine\",\"comment\":\"said\",\"shout\":\"said\",\"duration\":30,\"progress\":50";
    }

    private long provisional() {
        return database().read(tx -> tx.findFirst("""
                        SELECT (SELECT count(*) FROM movie WHERE provisional)
                               + (SELECT count(*) FROM show WHERE provisional)
                               + (SELECT count(*) FROM episode WHERE provisional)
                        """, row -> row.getLong(1))).orElseThrow();
    }
}
