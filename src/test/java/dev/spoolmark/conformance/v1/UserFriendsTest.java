package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 user/friends")
class UserFriendsTest extends V1Conformance {

    @BeforeEach
    void addPlays() {
        v1.post("movie/scrobble")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"duration\": 140, \"progress\": 90")
                .ok();
        v1.post("show/watching")
                .as(users.bob())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1, \"duration\": 30, \"progress\": 10")
                .ok();
        v1.post("movie/scrobble")
                .as(users.bob())
                .with("\"tmdb_id\": 37799, \"duration\": 120, \"progress\": 90")
                .ok();
    }

    @Test
    void returnsTheRecentPlaysOfEachFriend() {
        v1.get("user/friends", "/bob").basic(users.bob()).send().is(200, "of-bob");
    }

    @Test
    void extendedSeparatesMoviesAndEpisodes() {
        v1.get("user/friends", "/bob/extended").basic(users.bob()).send().is(200, "of-bob-extended");
    }

    @Test
    void aProtectedFriendHasOnlyANameForOtherUsers() {
        v1.get("user/friends", "/ann")
                .send()
                .ok()
                .inPath("[?(@.username == 'bob')].watched")
                .isArray()
                .containsExactly(java.util.List.of());
        v1.get("user/friends", "/ann")
                .basic(users.ann())
                .send()
                .ok()
                .inPath("[?(@.username == 'bob')].watched[*].type")
                .isArray()
                .containsExactly("movie");
    }

    @Test
    void theFriendsOfAProtectedUserAreNotReturned() {
        v1.get("user/friends", "/bob").send().ok().isArray().isEmpty();
    }

    @Test
    void anUnknownUserIsNotFound() {
        v1.get("user/friends", "/nobody").send().fails(404, "user not found");
    }
}
