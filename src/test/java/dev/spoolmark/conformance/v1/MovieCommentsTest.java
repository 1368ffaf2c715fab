package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/comments")
class MovieCommentsTest extends V1Conformance {

    @Test
    void returnsTheNewestFirstWithTheRatingOfTheAuthor() {
        v1.post("rate/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"rating\": 9")
                .ok();
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"comment\": \"First\\n<b>http://a.example/?x=1&y</b>\"")
                .ok();
        clock.forward(java.time.Duration.ofSeconds(1));
        v1.post("comment/movie")
                .as(users.cem())
                .with("\"tmdb_id\": 272, \"comment\": \"Second\"")
                .ok();

        v1.get("movie/comments", "/batman-begins-2005").send().is(200, "cem-then-ann");
    }

    @Test
    void aProtectedAuthorHasANameButNoRating() {
        v1.post("rate/movie")
                .as(users.bob())
                .with("\"tmdb_id\": 272, \"rating\": 2")
                .ok();
        v1.post("comment/movie")
                .as(users.bob())
                .with("\"tmdb_id\": 272, \"comment\": \"Meh\"")
                .ok();

        v1.get("movie/comments", "/272").send().is(200, "bob-as-a-name");
        v1.send("POST", "/movie/comments.json/{key}/tt0372784")
                .as(users.ann())
                .as("movie/comments")
                .send()
                .is(200, "bob");
    }

    @Test
    void filtersByKind() {
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"comment\": \"Short\"")
                .ok();
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"review\": true, \"comment\": \"" + "word ".repeat(200) + "\"")
                .ok();

        v1.get("movie/comments", "/272/all").send().ok().isArray().hasSize(2);
        v1.get("movie/comments", "/272/shouts").send().ok().inPath("$[*].type").isEqualTo(java.util.List.of("shout"));
        v1.get("movie/comments", "/272/reviews").send().ok().inPath("$[*].type").isEqualTo(java.util.List.of("review"));
    }

    @Test
    void withoutCommentsTheArrayIsEmpty() {
        v1.get("movie/comments", "/300-2006").send().ok().isArray().isEmpty();
        v1.get("movie/comments", "/no-such-movie").send().fails(404, "movie not found");
    }
}
