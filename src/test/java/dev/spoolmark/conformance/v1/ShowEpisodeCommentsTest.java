package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/comments")
class ShowEpisodeCommentsTest extends V1Conformance {

    @Test
    void returnsTheCommentsOnTheEpisode() {
        v1.post("comment/episode")
                .as(users.ann())
                .with(
                        "\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1, \"comment\": \"Odd. [spoiler]The mayor![/spoiler]\"")
                .ok();

        v1.get("show/episode/comments", "/portlandia/1/1").send().is(200, "one");
        v1.get("show/episode/comments", "/213221/1/2").send().ok().isArray().isEmpty();
    }

    @Test
    void rejectsInvalidRequests() {
        v1.get("show/episode/comments", "/portlandia/99/1").send().fails(404, "episode not found");
        v1.get("show/episode/comments", "/portlandia/one/1").send().fails(200, "invalid season");
        v1.get("show/episode/comments", "/no-such-show/1/1").send().fails(404, "show not found");
    }
}
