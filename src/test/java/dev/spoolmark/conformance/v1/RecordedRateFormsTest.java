package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.TestUser;
import dev.spoolmark.conformance.V1Client;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recorded bodies of old clients: numbers as strings, credentials in a header, additional members, JSON labelled
/// as a form.
class RecordedRateFormsTest extends V1Conformance {

    private static final String VERSIONS =
            ",\"plugin_version\":\"2.1\",\"media_center_version\":\"12.2\",\"media_center_date\":\"May 04 2013\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate/episode | {\"episode\":1,\"rating\":\"5\",\"season\":1,\"tvdb_id\":213221}",
                "rate/movie | {\"imdb_id\":\"tt0372784\",\"rating\":\"5\"}",
                "rate/show | {\"rating\":\"love\",\"tvdb_id\":213221}"
            })
    void acceptsCredentialsInTheHeaderOnly(String method, String body) {
        v1.post(method)
                .basic(users.ann())
                .header("Content-Type", "application/json; charset=UTF-8")
                .raw(body)
                .ok()
                .node("status")
                .isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate/episode | \"episode\":1,\"rating\":7,\"season\":1,\"title\":\"Portlandia\",\"tvdb_id\":\"213221\",\"year\":2011",
                "rate/movie | \"imdb_id\":\"tt0372784\",\"rating\":7,\"title\":\"Batman Begins\",\"year\":2005",
                "rate/show | \"rating\":7,\"title\":\"Portlandia\",\"tvdb_id\":\"213221\",\"year\":2011"
            })
    void acceptsVersionMembersAndJsonLabelledAsAForm(String method, String members) {
        v1.post(method)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .as(users.ann())
                .with(members + VERSIONS)
                .ok()
                .node("status")
                .isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate/episode | \"episode\":\"1\",\"rating\":\"5\",\"season\":\"1\",\"title\":\"Portlandia\",\"tvdb_id\":\"213221\",\"year\":\"2011\"",
                "rate/movie | \"imdb_id\":\"tt0372784\",\"rating\":\"5\",\"title\":\"Batman Begins\",\"tmdb_id\":\"272\",\"year\":\"2005\"",
                "rate/show | \"rating\":\"5\",\"title\":\"Portlandia\",\"tvdb_id\":\"213221\",\"year\":\"2011\""
            })
    void acceptsNumbersAsStrings(String method, String members) {
        v1.post(method).as(users.ann()).with(members).ok().node("rating").isEqualTo("\"5\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate/episodes | \"episodes\":[{\"episode\":1,\"rating\":7,\"season\":1,\"title\":\"Portlandia\",\"tvdb_id\":213221,\"year\":2011}] | 1",
                "rate/movies | \"movies\":[{\"imdb_id\":\"tt0372784\",\"rating\":7,\"title\":\"Batman Begins\",\"tmdb_id\":\"272\",\"year\":2005}] | 1",
                "rate/shows | \"shows\":[{\"imdb_id\":\"tt1780441\",\"rating\":7,\"title\":\"Portlandia\",\"tvdb_id\":\"213221\",\"year\":2011}] | 1",
                "rate/episodes | \"episodes\":[{\"episode\":1,\"season\":1}] | 0",
                "rate/movies | \"movies\":[{\"imdb_id\":\"tt0372784\",\"title\":\"Batman Begins\",\"year\":2005}] | 0",
                "rate/shows | \"shows\":[{\"title\":\"Portlandia\",\"tvdb_id\":\"213221\",\"year\":2011}] | 0"
            })
    void acceptsBatches(String method, String members, int rated) {
        v1.post(method).as(users.ann()).with(members).ok().node("rated").isEqualTo(rated);
    }

    @ParameterizedTest
    @CsvSource({"user/ratings/episodes", "user/ratings/movies", "user/ratings/shows"})
    void acceptsReadsSentAsPost(String method) {
        TestUser ann = users.ann();

        v1.send("POST", "/" + method + ".json/" + V1Client.KEY + "/ann/all")
                .as(ann)
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.send("POST", "/" + method + ".json/" + V1Client.KEY + "/ann")
                .raw("{\"username\":\"\",\"password\":\"\"}")
                .ok()
                .isArray()
                .isEmpty();
    }
}
