package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.stats.UserDataRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 movie/summary")
class MovieSummaryTest extends ReadConformance {

    @Test
    void returnsAllDetailsOfAMovie() {
        loadCaptured();
        scrobbled(users.ann(), movie("zodiac-2007"));
        rows.addPlay(users.bob().account(), movie("zodiac-2007"), UserDataRows.CHECKIN, ago(HOUR));

        v1.get("movie/summary", "/zodiac-2007").send().is(200, "anonymous");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        scrobbled(users.ann(), movie("tt0372784"));
        v1.post("rate/movie").as(users.ann()).with("\"imdb_id\": \"tt0372784\", \"rating\": 9");

        v1.get("movie/summary", "/tt0372784").basic(users.ann()).send().is(200, "signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batman-begins-2005", "tt0372784", "272", "272/true", "272/"})
    void isFoundBySlugAndByIds(String title) {
        v1.get("movie/summary", "/" + title).send().ok().node("title").isEqualTo("Batman Begins");
    }

    @Test
    void aProtectedUserIsATopWatcherForFriendsOnly() {
        scrobbled(users.bob(), movie("272"));

        v1.get("movie/summary", "/272")
                .send()
                .ok()
                .node("top_watchers")
                .isArray()
                .isEmpty();
        v1.get("movie/summary", "/272")
                .basic(users.ann())
                .send()
                .ok()
                .node("top_watchers[0].username")
                .isEqualTo("bob");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("movie/summary", "/nobody-knows-it").send().fails(404, "movie not found");
    }
}
