package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 movie/seen")
class MovieSeenTest extends V1Conformance {

    @Test
    void countsInsertedExistingAndSkippedMovies() {
        v1.post("movie/scrobble").as(users.ann()).with("\"tmdb_id\": 272").ok();

        v1.post("movie/seen").as(users.ann()).with("""
                        "movies": [
                          {"imdb_id": "tt1285016", "title": "The Social Network", "year": 2010, "plays": 1,
                           "last_played": 1372000000},
                          {"tmdb_id": 272},
                          {"title": "No year"},
                          7
                        ]
                        """).is(200, "mixed");
    }

    /// As trakt-java, XBMC, MediaPortal and CouchPotato send it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"imdb_id": "tt0211915"}
                    {"imdb_id": "tt0211915", "title": "Amélie", "year": "2001", "plays": "2", "last_played": "1372000000"}
                    {"imdb_id": "", "tmdb_id": null, "title": "amelie", "year": 2001, "last_played": "2013-06-01T12:00:00Z"}
                    {"tmdb_id": "194", "last_played": 0, "plays": 0}
                    """)
    void acceptsMoviesInTheFormsOfKnownClients(String movie) {
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [" + movie + "]")
                .ok()
                .node("inserted")
                .isEqualTo(1);
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [" + movie + "]")
                .ok()
                .node("already_exist")
                .isEqualTo(1);
    }

    /// "Must match exactly": the catalogue has a *Solaris*, of 1972.
    @ParameterizedTest
    @ValueSource(strings = {"1800", "-5", "99999999999", "\"1971.5\"", "\"last year\""})
    void skipsATitleWithAnInvalidYear(String year) {
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [{\"title\": \"Solaris\", \"year\": " + year + "}]")
                .ok()
                .node("skipped")
                .isEqualTo(1);
    }

    @Test
    void seenMoviesAreNotInTheWatchedHistory() {
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272}]")
                .ok();

        v1.get("user/watched", "/ann").send().ok().isArray().isEmpty();
    }

    @Test
    void rejectsABodyWithoutItems() {
        v1.post("movie/seen").as(users.ann()).with("\"movies\": []").fails(200, "missing required parameter (movies)");
        v1.post("movie/seen").as(users.ann()).send().fails(200, "missing required parameter (movies)");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("movie/seen").with("\"movies\": []").fails(401, "failed authentication");
    }
}
