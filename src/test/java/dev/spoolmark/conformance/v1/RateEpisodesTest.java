package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Client;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 rate/episodes")
class RateEpisodesTest extends V1Conformance {

    private static final String TWO = """
            "episodes": [
              {"tvdb_id": 213221, "title": "Portlandia", "year": 2011, "season": 1, "episode": 1, "rating": 9},
              {"tvdb_id": 153021, "title": "The Walking Dead", "year": 2010, "season": 1, "episode": 2, "rating": 10}]
            """;

    @Test
    void ratesEpisodesOfDifferentShows() {
        v1.post("rate/episodes").as(users.ann()).with(TWO).is(200, "rated-two");

        ratings().isArray().hasSize(2);
        ratings().inPath("[*].rating_advanced").isArray().containsExactlyInAnyOrder(9, 10);
    }

    @Test
    void countsRemovedRatingsSeparately() {
        v1.post("rate/episodes").as(users.ann()).with(TWO);

        v1.post("rate/episodes").as(users.ann()).with("""
                "episodes": [
                  {"tvdb_id": 213221, "season": 1, "episode": 1, "rating": "hate"},
                  {"tvdb_id": 153021, "season": 1, "episode": 2, "rating": "unrate"}]
                """).is(200, "rated-one-unrated-one");

        ratings().isArray().hasSize(1);
        ratings().inPath("[0].rating_advanced").isEqualTo(1);
    }

    @Test
    void invalidItemsAreSkippedAndTheOthersRated() {
        v1.post("rate/episodes").as(users.ann()).with("""
                "episodes": [
                  {"tvdb_id": 213221, "season": 1, "episode": 1, "rating": 11},
                  {"tvdb_id": 213221, "season": "abc", "episode": 1, "rating": 5},
                  {"tvdb_id": 213221, "season": 1, "rating": 5},
                  {"tvdb_id": 213221, "season": 9999, "episode": 99, "rating": 5},
                  {"season": 1, "episode": 1, "rating": 5},
                  "an episode",
                  null,
                  {"tvdb_id": 213221, "season": 1, "episode": 2},
                  {"tvdb_id": 213221, "season": 1, "episode": 3, "rating": 5}]
                """).is(200, "skipped-with-reasons");

        ratings().isArray().hasSize(1);
    }

    @Test
    void theLastOfTwoRatingsOfOneEpisodeIsStored() {
        v1.post("rate/episodes").as(users.ann()).with("""
                "episodes": [
                  {"tvdb_id": 213221, "season": 1, "episode": 1, "rating": 3},
                  {"tvdb_id": 213221, "season": 1, "episode": 1, "rating": 8}]
                """).ok().node("rated").isEqualTo(2);

        ratings().inPath("[*].rating_advanced").isArray().containsExactly(8);
    }

    @Test
    void rejectsAnEmptyOrMissingList() {
        v1.post("rate/episodes")
                .as(users.ann())
                .with("\"episodes\": []")
                .fails(200, "missing required parameter (episodes)");
        v1.post("rate/episodes").as(users.ann()).with("").fails(200, "missing required parameter (episodes)");
    }

    @Test
    void rejectsAValueThatIsNotAList() {
        v1.post("rate/episodes")
                .as(users.ann())
                .with("\"episodes\": \"all\"")
                .fails(200, "invalid parameter (episodes)");
    }

    @Test
    void acceptsNumbersInSeveralForms() {
        v1.post("rate/episodes").as(users.ann()).with("""
                "episodes": [
                  {"tvdb_id": "213221", "season": "1", "episode": "1", "rating": "7"},
                  {"tvdb_id": 213221.0, "season": 1.0, "episode": 2.0, "rating": 7.0}]
                """).ok().node("rated").isEqualTo(2);
    }

    @Test
    void storesAnUnknownShowWithItsRating() {
        v1.post("rate/episodes").as(users.ann()).with("""
                "episodes": [{"title": "A Show Nobody Knows", "year": 1999, "season": 2, "episode": 4, "rating": "love"}]
                """).ok().node("rated").isEqualTo(1);

        ratings().inPath("[0].show.title").isEqualTo("A Show Nobody Knows");
        ratings().inPath("[0].episode.season").isEqualTo(2);
    }

    @Test
    void removingARatingCreatesNoShow() {
        v1.post("rate/episodes")
                .as(users.ann())
                .with("""
                "episodes": [{"title": "A Show Nobody Knows", "season": 2, "episode": 4, "rating": 0}]
                """)
                .ok()
                .node("skipped_episodes[0].reason")
                .isEqualTo("show not found");
    }

    @Test
    void storesTenThousandRatingsOfOneBody() {
        String many = IntStream.rangeClosed(1, 10_000)
                .mapToObj(n -> String.format(
                        Locale.ROOT,
                        "{\"title\":\"Long Show\",\"season\":%d,\"episode\":%d,\"rating\":%d}",
                        n / 100,
                        n % 100,
                        n % 10 + 1))
                .collect(Collectors.joining(","));

        v1.post("rate/episodes")
                .as(users.ann())
                .with("\"episodes\": [" + many + "]")
                .ok()
                .node("rated")
                .isEqualTo(10_000);

        ratings().isArray().hasSize(10_000);
    }

    @Test
    void acceptsCredentialsInTheHeader() {
        V1Response response = v1.post("rate/episodes")
                .basic(users.ann())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .raw("{" + TWO + "}");

        response.is(200, "rated-two");
    }

    @Test
    void acceptsAForm() {
        v1.post("rate/episodes")
                .raw(
                        "username=ann&password=" + users.ann().sha1()
                                + "&episodes[0][tvdb_id]=213221&episodes[0][season]=1&episodes[0][episode]=1&episodes[0][rating]=9")
                .ok()
                .node("rated")
                .isEqualTo(1);
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("rate/episodes").with(TWO).fails(401, "failed authentication");
        v1.post("rate/episodes").as(users.impostor()).with(TWO).fails(401, "failed authentication");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rate/episodes.json/{key}",
                "/rate/episodes/{key}/",
                "//rate//episodes/{key}",
                "/rate/episodes/json/{key}",
                "/rate/episodes.format/{key}",
                "/rate.json/episodes/{key}",
                "/rate/episodes/{key}.json"
            })
    void acceptsThePathsOfOldClients(String path) {
        v1.send("POST", path).as(users.ann()).with(TWO).ok().node("rated").isEqualTo(2);
    }

    @Test
    void rejectsGet() {
        V1Response response =
                v1.send("GET", "/rate/episodes/{key}").basic(users.ann()).send();

        response.fails(405, "this method takes POST");
        assertThat(response.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"episodes\": [",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":\"\\u0000\"}",
                "[1]"
            })
    void rejectsAMalformedBodyWithoutStoringAnything(String body) {
        V1Response response = v1.post("rate/episodes").basic(users.ann()).raw(body);

        assertThat(response.status()).as(response.text()).isEqualTo(400);
        assertThat(response.text()).contains("\"status\":\"failure\"");
        ratings().isArray().isEmpty();
    }

    @Test
    void rejectsABodyOf40Megabytes() {
        byte[] body = new byte[40_000_000];
        java.util.Arrays.fill(body, (byte) ' ');

        assertThat(v1.post("rate/episodes").basic(users.ann()).raw(body).status())
                .isEqualTo(413);
    }

    @Test
    void reportsAnInvalidKeyFirst() {
        v1.send("POST", "/rate/episodes/short").with(TWO).fails(401, "invalid API key");
        v1.send("POST", "/rate/episodes").with(TWO).fails(401, "invalid API key");
    }

    @Test
    void acceptsTheKeyInUpperCase() {
        v1.send("POST", "/rate/episodes/" + V1Client.KEY.toUpperCase(java.util.Locale.ROOT))
                .as(users.ann())
                .with(TWO)
                .ok()
                .node("rated")
                .isEqualTo(2);
    }

    private ConfigurableJsonAssert ratings() {
        return v1.get("user/ratings/episodes", "/ann").send().ok();
    }
}
