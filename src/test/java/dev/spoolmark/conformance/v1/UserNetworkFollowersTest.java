package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/network/followers")
class UserNetworkFollowersTest extends V1Conformance {

    @Test
    void theDetailsOfAFollowerDependOnTheSignedInUser() {
        v1.get("user/network/followers", "/ann").send().is(200, "bob-as-a-name");
        v1.get("user/network/followers", "/ann").basic(users.ann()).send().is(200, "bob");
    }

    @Test
    void theFollowersOfAProtectedUserAreVisibleToFollowersOnly() {
        v1.get("user/network/followers", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/network/followers", "/bob")
                .basic(users.cem())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.send("POST", "/user/network/followers.json/{key}/bob")
                .as(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
        v1.get("user/network/followers", "/nobody").send().fails(404, "user not found");
    }
}
