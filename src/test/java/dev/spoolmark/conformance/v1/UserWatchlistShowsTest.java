package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 user/watchlist/shows")
class UserWatchlistShowsTest extends LibraryConformance {

    @Test
    void returnsTheNewestFirstAndWithSignInTheItemState() {
        v1.post("show/watchlist").as(users.ann()).with("\"shows\": [{\"tvdb_id\": 213221}]");
        clock.forward(Duration.ofMinutes(1));
        v1.post("show/watchlist").as(users.ann()).with("\"shows\": [{\"tvdb_id\": 153021}]");

        v1.get("user/watchlist/shows", "/ann").send().is(200, "stranger");
        v1.get("user/watchlist/shows", "/ann").basic(users.ann()).send().is(200, "signed-in");
    }

    @Test
    void anEmptyListIsAnEmptyArray() {
        v1.get("user/watchlist/shows", "/ann").send().ok().isArray().isEmpty();
        v1.get("user/watchlist/shows", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/watchlist/shows", "/nobody").send().fails(404, "user not found");
    }
}
