package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.TestUser;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Specified("v1 recommendations/movies")
class RecommendationsMoviesTest extends V1Conformance {

    @Test
    void returnsFullMoviesRelatedToThoseTheUserLiked() {
        rate(users.ann(), 272, 9);

        v1.post("recommendations/movies").as(users.ann()).with("").is(200, "like-batman-begins");
    }

    @Test
    void withoutRatingsTheBestRatedThenTheNewestAreReturned() {
        rate(users.ann(), 593, 10);

        titles(
                v1.post("recommendations/movies").basic(users.dora()).send(),
                "Solaris",
                "The Social Network",
                "300",
                "Batman Begins",
                "Amélie");
    }

    @Test
    void ratingsOfFriendsAreUsed() {
        rate(users.bob(), 272, 9);

        titles(v1.post("recommendations/movies").as(users.ann()).with(""), "300");
    }

    @Test
    void filtersByYearAndGenre() {
        titles(
                requestRecommendations("\"start_year\": 2001, \"end_year\": 2005, \"genre\": \"\""),
                "Batman Begins",
                "Amélie");
        titles(requestRecommendations("\"genre\": \"science-fiction\", \"start_year\": 0, \"end_year\": 0"), "Solaris");
        titles(requestRecommendations("\"genre\": \"no-such-genre\""));
        titles(requestRecommendations("\"start_year\": \"2007\", \"hide_collected\": false"), "The Social Network");
    }

    @Test
    void acceptsAForm() {
        TestUser ann = users.ann();
        v1.send("POST", "/recommendations/movies/{key}")
                .raw(String.format(
                        Locale.ROOT,
                        "username=%s&password=%s&hide_collected=True&hide_watchlisted=False",
                        ann.name(),
                        ann.sha1()))
                .ok()
                .isArray()
                .hasSize(5);
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("recommendations/movies").send().fails(401, "failed authentication");
    }

    private V1Response requestRecommendations(String members) {
        return v1.post("recommendations/movies").as(users.ann()).with(members);
    }

    private void rate(TestUser person, int tmdb, int rating) {
        v1.post("rate/movie")
                .as(person)
                .with(String.format(Locale.ROOT, "\"tmdb_id\": %d, \"rating\": %d", tmdb, rating))
                .ok();
    }

    /// Titles are quoted, since they can look like numbers.
    private static void titles(V1Response response, String... titles) {
        String expected = Stream.of(titles).map(title -> '"' + title + '"').collect(Collectors.joining(",", "[", "]"));
        response.ok().inPath("[*].title").isEqualTo(expected);
    }
}
