package dev.spoolmark.conformance.v1;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 user/list")
class UserListTest extends V1Conformance {

    @BeforeEach
    void addList() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"One of each\", \"description\": \"Samples.\"");
        v1.post("lists/items/add").as(users.ann()).with("""
                "slug": "one-of-each", "items": [
                  {"type": "movie", "tmdb_id": 272},
                  {"type": "show", "tvdb_id": 213221},
                  {"type": "season", "tvdb_id": 213221, "season": 1},
                  {"type": "episode", "tvdb_id": 213221, "season": 1, "episode": 2}]
                """);
        v1.post("rate/movie").as(users.ann()).with("\"tmdb_id\": 272, \"rating\": 9");
    }

    @Test
    void returnsTheItemsToAnAnonymousClient() {
        v1.get("user/list", "/ann/one-of-each").send().is(200, "stranger");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        v1.get("user/list", "/ann/one-of-each").basic(users.ann()).send().is(200, "own");
    }

    @Test
    void oneWatchedEpisodeMarksItsShowAndSeasonAsWatched() {
        v1.post("show/episode/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 2}]")
                .ok();

        v1.get("user/list", "/ann/one-of-each")
                .basic(users.ann())
                .send()
                .ok()
                .inPath("items[*].watched")
                .isArray()
                .containsExactly(false, true, true, true);
    }

    @Test
    void everyKindOfItemHasTheSameItemStateMembers() {
        v1.post("show/episode/seen").as(users.ann()).with("""
                "tvdb_id": 213221, "episodes": [{"season": 1, "episode": 1}, {"season": 1, "episode": 2}]
                """).ok();
        v1.post("show/episode/library")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 2}]")
                .ok();

        String text = v1.get("user/list", "/ann/one-of-each")
                .basic(users.ann())
                .send()
                .text();

        assertThatJson(text).inPath("items[*].plays").isArray().containsExactly(0, 2, 2, 1);
        assertThatJson(text).inPath("items[*].in_collection").isArray().containsExactly(false, true, true, true);
        for (String member : List.of("in_watchlist", "rating", "rating_advanced", "watched")) {
            assertThatJson(text)
                    .inPath("items[*]." + member)
                    .as(member)
                    .isArray()
                    .hasSize(4);
        }
    }

    @Test
    void aListForFriendsIsVisibleToFriendsOnly() {
        v1.post("lists/update").as(users.ann()).with("\"slug\": \"one-of-each\", \"privacy\": \"friends\"");

        v1.get("user/list", "/ann/one-of-each").basic(users.bob()).send().ok();
        v1.get("user/list", "/ann/one-of-each").basic(users.dora()).send().fails(200, "list not found");
        v1.get("user/list", "/ann/one-of-each").send().fails(200, "list not found");
    }

    @Test
    void aPrivateListIsVisibleToItsOwnerOnly() {
        v1.post("lists/update").as(users.ann()).with("\"slug\": \"one-of-each\", \"privacy\": \"private\"");

        v1.get("user/list", "/ann/one-of-each").basic(users.bob()).send().fails(200, "list not found");
        v1.get("user/list", "/ann/one-of-each").basic(users.ann()).send().ok();
    }

    @Test
    void aHiddenListAndAnUnknownListHaveTheSameError() {
        v1.post("lists/add").as(users.bob()).with("\"name\": \"Open\"");

        v1.get("user/list", "/bob/open").send().fails(200, "list not found");
        v1.get("user/list", "/bob/none").send().fails(200, "list not found");
        v1.get("user/list", "/nobody/none").send().fails(404, "user not found");
        v1.get("user/list", "/bob/open").basic(users.ann()).send().ok();
    }

    @Test
    void returnsAListOf1204ItemsCompletely() {
        String items = java.util.stream.IntStream.rangeClosed(1, 1_200)
                .mapToObj(n -> "{\"type\": \"movie\", \"tmdb_id\": " + (5_000_000 + n) + "}")
                .collect(java.util.stream.Collectors.joining(","));
        v1.post("lists/items/add").as(users.ann()).with("\"slug\": \"one-of-each\", \"items\": [" + items + "]");

        v1.get("user/list", "/ann/one-of-each")
                .send()
                .ok()
                .node("items")
                .isArray()
                .hasSize(1_204);
    }
}
