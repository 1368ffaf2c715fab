package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Specified("v1 user/ratings/episodes")
class UserRatingsEpisodesTest extends V1Conformance {

    @BeforeEach
    void rateThree() {
        rate(1, 9);
        rate(2, 3);
        rate(3, 10);
    }

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/ratings/episodes", "/ann").send().is(200, "min");
        v1.get("user/ratings/episodes", "/ann/all/normal").send().is(200, "normal");
        v1.get("user/ratings/episodes", "/ann/all/full").send().is(200, "full");
    }

    @ParameterizedTest
    @CsvSource({"all, 3", "love, 2", "hate, 1", "9, 1", "4, 0"})
    void filtersByRating(String filter, int found) {
        v1.get("user/ratings/episodes", "/ann/" + filter).send().ok().isArray().hasSize(found);
    }

    @Test
    void rejectsAnInvalidFilter() {
        v1.get("user/ratings/episodes", "/ann/11").send().fails(200, "invalid rating");
        v1.get("user/ratings/episodes", "/ann/best").send().fails(200, "invalid rating");
    }

    @Test
    void acceptsPostWithTheUserInTheQuery() {
        v1.send("POST", "/user/ratings/episodes/{key}?username=ANN&rating=love")
                .send()
                .ok()
                .isArray()
                .hasSize(2);
    }

    @Test
    void aScriptRequestIsAnsweredAsAnonymous() {
        String script = v1.get("user/ratings/episodes", "/bob?callback=show")
                .basic(users.ann())
                .send()
                .text();

        org.assertj.core.api.Assertions.assertThat(script).isEqualTo("/**/show([])");
    }

    @Test
    void anUnknownUserIsNotFound() {
        v1.get("user/ratings/episodes", "/nobody").send().fails(404, "user not found");
        v1.get("user/ratings/episodes", "").send().fails(200, "missing required parameter (username)");
    }

    private void rate(int episode, int rating) {
        v1.post("rate/episode")
                .as(users.ann())
                .with(String.format(
                        Locale.ROOT,
                        "\"tvdb_id\": 213221, \"season\": 1, \"episode\": %d, \"rating\": %d",
                        episode,
                        rating))
                .ok();
        clock.forward(Duration.ofMinutes(1));
    }
}
