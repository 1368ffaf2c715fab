package dev.spoolmark.conformance.v1;

import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 search/users")
class SearchUsersTest extends V1Conformance {

    @Test
    void returnsThePublicProfileOfAUser() {
        v1.get("search/users", "?query=ann").send().is(200, "ann");
        v1.get("search/users", "/ANN").send().ok().inPath("[0].username").isEqualTo("ann");
    }

    @Test
    void aProtectedUserIsFoundByNameWithoutDetails() {
        v1.get("search/users", "?query=bob").send().is(200, "bob-hides");
        v1.get("search/users", "?query=bob").basic(users.dora()).send().is(200, "bob-hides");
    }

    @Test
    void anApprovedFollowerSeesTheWholeProfile() {
        v1.get("search/users", "?query=bob").basic(users.ann()).send().is(200, "bob-to-ann");
    }

    @Test
    void aUserWhoIsNotSearchableIsNotFoundByFollowersEither() {
        users.features().accounts().change(users.bob().account(), new AccountPatch(false, null));
        clock.forward(Duration.ofSeconds(2));

        v1.get("search/users", "?query=bob").send().ok().isArray().isEmpty();
        v1.get("search/users", "?query=bob")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.get("user/profile", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .node("username")
                .isEqualTo("bob");
    }

    @Test
    void emailAddressesAreNotSearched() {
        v1.get("search/users", "?query=example.org").send().ok().isArray().isEmpty();
    }
}
