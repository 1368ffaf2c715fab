package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/lists")
class UserListsTest extends V1Conformance {

    @Test
    void returnsListsWithoutItemsInTheOrderOfCreation() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"sunny days\"");
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Rainy days\", \"privacy\": \"friends\"");
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Foggy days\", \"privacy\": \"private\"");

        v1.get("user/lists", "/ann").basic(users.ann()).send().is(200, "own");
        v1.get("user/lists", "/ann").basic(users.bob()).send().is(200, "friend");
        v1.get("user/lists", "/ann").send().is(200, "stranger");
        v1.get("user/lists", "/ann").basic(users.dora()).send().is(200, "stranger");
    }

    @Test
    void theListsOfAProtectedUserAreVisibleToFollowersOnly() {
        v1.post("lists/add").as(users.bob()).with("\"name\": \"Open\"");

        v1.get("user/lists", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/lists", "/bob").basic(users.ann()).send().ok().isArray().hasSize(1);
    }
}
