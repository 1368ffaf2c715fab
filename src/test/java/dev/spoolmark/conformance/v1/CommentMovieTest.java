package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 comment/movie")
class CommentMovieTest extends V1Conformance {

    private static final String BATMAN = "\"imdb_id\": \"tt0372784\", \"title\": \"Batman Begins\", \"year\": 2005";

    @Test
    void addsAShout() {
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"comment\": \" Dark and tense. \", \"spoiler\": true")
                .is(200, "shout");

        v1.get("movie/comments", "/batman-begins-2005").send().is(200, "the-comment-afterwards");
    }

    @Test
    void aReviewWithLessThan200WordsIsAShout() {
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"review\": true, \"comment\": \"" + "word ".repeat(200) + "\"")
                .is(200, "review");
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"review\": true, \"comment\": \"" + "word ".repeat(199) + "\"")
                .is(200, "shout");
    }

    @Test
    void aRepeatedCommentWithinAQuarterOfAnHourIsStoredOnce() {
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"comment\": \"Again\"")
                .ok();
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"comment\": \"Again\"")
                .is(200, "shout");
        v1.get("movie/comments", "/tt0372784").send().ok().isArray().hasSize(1);

        clock.forward(java.time.Duration.ofMinutes(15));
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"comment\": \"Again\"")
                .ok();
        v1.get("movie/comments", "/tt0372784").send().ok().isArray().hasSize(2);
    }

    @Test
    void storesAnUnknownMovie() {
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"title\": \"A Home Movie\", \"year\": 2012, \"comment\": \"Mine\"")
                .is(200, "of-an-unknown-title");
    }

    @Test
    void rejectsInvalidRequests() {
        v1.post("comment/movie").as(users.ann()).with(BATMAN).fails(200, "comment is required");
        v1.post("comment/movie")
                .as(users.ann())
                .with(BATMAN + ", \"comment\": \"  \"")
                .fails(200, "comment is required");
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"comment\": \"Of what?\"")
                .fails(404, "movie not found");
        v1.post("comment/movie").with(BATMAN + ", \"comment\": \"Hi\"").fails(401, "failed authentication");
    }
}
