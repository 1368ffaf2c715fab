package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 user/watchlist/episodes")
class UserWatchlistEpisodesTest extends LibraryConformance {

    @Test
    void returnsTheNewestFirstAndWithSignInTheItemState() {
        v1.post("show/episode/watchlist")
                .as(users.ann())
                .with(
                        "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 2}]");
        clock.forward(Duration.ofMinutes(1));
        v1.post("show/episode/watchlist")
                .as(users.ann())
                .with("\"tvdb_id\": 153021, \"episodes\": [{\"season\": 4, \"episode\": 1}]");

        v1.get("user/watchlist/episodes", "/ann").send().is(200, "stranger");
        v1.get("user/watchlist/episodes", "/ann").basic(users.ann()).send().is(200, "signed-in");
    }

    @Test
    void anEmptyListIsAnEmptyArray() {
        v1.get("user/watchlist/episodes", "/ann").send().ok().isArray().isEmpty();
        v1.get("user/watchlist/episodes", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/watchlist/episodes", "/nobody").send().fails(404, "user not found");
    }
}
