package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/lists")
class UserListsTest extends V1Conformance {

    @Test
    void returnsListsWithoutItemsInTheOrderOfCreation() {
        v1.post("lists/add").as(world.ann()).with("\"name\": \"sunny days\"");
        v1.post("lists/add").as(world.ann()).with("\"name\": \"Rainy days\", \"privacy\": \"friends\"");
        v1.post("lists/add").as(world.ann()).with("\"name\": \"Foggy days\", \"privacy\": \"private\"");

        v1.get("user/lists", "/ann").basic(world.ann()).send().is(200, "own");
        v1.get("user/lists", "/ann").basic(world.bob()).send().is(200, "friend");
        v1.get("user/lists", "/ann").send().is(200, "stranger");
        v1.get("user/lists", "/ann").basic(world.dora()).send().is(200, "stranger");
    }

    @Test
    void theListsOfAProtectedUserAreVisibleToFollowersOnly() {
        v1.post("lists/add").as(world.bob()).with("\"name\": \"Open\"");

        v1.get("user/lists", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/lists", "/bob").basic(world.ann()).send().ok().isArray().hasSize(1);
    }
}
