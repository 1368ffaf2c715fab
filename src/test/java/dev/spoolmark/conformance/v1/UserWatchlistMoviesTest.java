package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 user/watchlist/movies")
class UserWatchlistMoviesTest extends LibraryConformance {

    @Test
    void returnsTheNewestFirstAndWithSignInTheItemState() {
        v1.post("movie/watchlist").as(users.ann()).with("\"movies\": [{\"tmdb_id\": 272}]");
        clock.forward(Duration.ofMinutes(1));
        v1.post("movie/watchlist").as(users.ann()).with("\"movies\": [{\"tmdb_id\": 593}]");

        v1.get("user/watchlist/movies", "/ann").send().is(200, "stranger");
        v1.get("user/watchlist/movies", "/ann").basic(users.ann()).send().is(200, "signed-in");
    }

    @Test
    void anEmptyListIsAnEmptyArray() {
        v1.get("user/watchlist/movies", "/ann").send().ok().isArray().isEmpty();
        v1.get("user/watchlist/movies", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/watchlist/movies", "/nobody").send().fails(404, "user not found");
    }
}
