package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 comment/episode")
class CommentEpisodeTest extends V1Conformance {

    @Test
    void addsAShout() {
        v1.post("comment/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": \"1\", \"episode\": 1, \"comment\": \"It sets the tone.\"")
                .is(200, "shout");

        v1.get("show/episode/comments", "/portlandia/1/1").send().ok().isArray().hasSize(1);
        v1.get("show/comments", "/portlandia").send().ok().isArray().isEmpty();
    }

    @Test
    void aCommentOnAMovieIsNotFound() {
        v1.post("comment/episode")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"imdb_id\": \"tt0372784\", \"comment\": \"Great\"")
                .fails(404, "show not found");
        v1.post("comment/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"comment\": \"Great\"")
                .fails(404, "episode not found");
    }

    @Test
    void rejectsInvalidRequests() {
        v1.post("comment/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 9999, \"episode\": 99, \"comment\": \"Great\"")
                .fails(200, "invalid season");
        v1.post("comment/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .fails(200, "comment is required");
        v1.post("comment/episode").with("\"comment\": \"Great\"").fails(401, "failed authentication");
    }
}
