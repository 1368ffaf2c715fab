package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 search/movies")
class SearchMoviesTest extends V1Conformance {

    @Test
    void returnsFullMovies() {
        v1.get("search/movies", "?query=batman").send().is(200, "batman");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        v1.post("rate/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"rating\": 9")
                .ok();

        v1.send("POST", "/search/movies.json/{key}?query=batman&limit=10")
                .as("search/movies")
                .as(users.ann())
                .send()
                .is(200, "batman-signed-in");
    }

    @Test
    void wrongCredentialsAreTreatedAsAnonymous() {
        v1.get("search/movies", "?query=solaris")
                .basic(users.impostor())
                .send()
                .ok()
                .inPath("[0].rating")
                .isAbsent();
    }

    @Test
    void doesNotReturnTheIdOfRottenTomatoes() {
        v1.get("search/movies", "?query=batman").send().ok().inPath("[0].rt_id").isAbsent();
        v1.get("movie/summary", "/272").send().ok().node("rt_id").isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search/movies.json/{key}/social+network",
                "/search/movies.json/{key}/social%20network",
                "/search/movies/{key}?query=social%20network",
                "/search/movies.json/{key}/batman/1?query=social+network&limit=30",
                "/search/movies.json/{key}?query=scoial+netw&limit=abc",
                "/search/movies.json/{key}?query=tt1285016",
                "/search/movies.json/{key}?query=37799"
            })
    void acceptsEveryFormOfTheQuery(String path) {
        v1.send("GET", path).send().ok().inPath("[*].title").isArray().containsExactly("The Social Network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?query=", "?query=%20%20", "?query=nothing+of+the+kind", "?query=%22*%25"})
    void returnsAnEmptyListWithoutQueryOrResults(String parameters) {
        v1.get("search/movies", parameters).send().ok().isArray().isEmpty();
    }
}
