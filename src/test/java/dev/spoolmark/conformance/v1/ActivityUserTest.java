package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 activity/user")
class ActivityUserTest extends V1Conformance {

    @BeforeEach
    void addRatings() {
        v1.post("rate/movie").as(users.ann()).with("\"tmdb_id\": 272, \"rating\": 9");
        clock.forward(Duration.ofMinutes(10));
        v1.post("rate/show").as(users.ann()).with("\"tvdb_id\": 213221, \"rating\": \"love\"");
        clock.forward(Duration.ofMinutes(10));
        v1.post("rate/episode")
                .as(users.bob())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 2, \"rating\": 3");
        clock.forward(Duration.ofMinutes(5));
    }

    @Test
    void returnsTheActivityOfOneUser() {
        v1.get("activity/user", "/ann")
                .send()
                .ok()
                .inPath("activity[*].type")
                .isArray()
                .containsExactly("show", "movie");
        v1.get("activity/user", "/ann/movie/rating").basic(users.ann()).send().is(200, "own-rating");
    }

    @Test
    void theActivityOfAProtectedUserIsVisibleToFollowersOnly() {
        v1.get("activity/user", "/bob").send().is(200, "hidden");
        v1.get("activity/user", "/bob").basic(users.dora()).send().is(200, "hidden");
        v1.get("activity/user", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(1);
        v1.get("activity/user", "/nobody").send().fails(404, "user not found");
    }

    @Test
    void returnsListActivityAsTheListPermits() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Rainy days\"");
        v1.post("lists/items/add")
                .as(users.ann())
                .with("\"slug\": \"rainy-days\", \"items\": [{\"type\": \"movie\", \"tmdb_id\": 272}]");

        v1.get("activity/user", "/ann/list/item_added").send().is(200, "item-added");
        v1.get("activity/user", "/ann/list/created").send().is(200, "created");
        v1.post("lists/update").as(users.ann()).with("\"slug\": \"rainy-days\", \"privacy\": \"private\"");
        v1.get("activity/user", "/ann/list")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .isEmpty();
        v1.get("activity/user", "/ann/list")
                .basic(users.ann())
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(2);
    }

    @Test
    void severalPlaysOfOneTimeAreOneEntry() {
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272, \"plays\": 3}]")
                .ok();

        v1.get("activity/user", "/ann/movie/seen")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(1);
    }

    @Test
    void episodesSeenTogetherAreOneEntry() {
        v1.post("show/episode/seen").as(users.ann()).with("""
                "tvdb_id": 213221, "episodes": [{"season": 1, "episode": 1}, {"season": 1, "episode": 2}]
                """).ok();

        v1.get("activity/user", "/ann/episode/seen?min=1").send().is(200, "seen-two");
    }

    @Test
    void returnsShouts() {
        database().write(tx -> tx.update("""
                INSERT INTO comment (kind, item_id, comment_id, user_id, text, text_key, review, spoiler, created_at)
                SELECT 1, movie_id, 77, ?, 'Great start.', 'x', FALSE, FALSE, 1372130000000 FROM movie
                WHERE title = 'Batman Begins'
                """, users.ann().account().id().value()));

        v1.get("activity/user", "/ann/movie/shout?min=1").send().is(200, "shout");
    }

    @Test
    void rejectsATimeThatCannotBeParsed() {
        v1.get("activity/user", "/ann/all/all/yesterday").send().fails(200, "invalid start_ts");
        v1.get("activity/user", "/ann/all/all/0/tomorrow").send().fails(200, "invalid end_ts");
        v1.get("activity/user", "/ann/all/all/2013-06-25/2013-06-25T04%3A05%3A00Z")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(1);
    }
}
