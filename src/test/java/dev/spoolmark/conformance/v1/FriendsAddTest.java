package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 friends/add")
class FriendsAddTest extends V1Conformance {

    @Test
    void sendsARequestToAProtectedUser() {
        v1.post("friends/add").as(users.dora()).with("\"friend\": \"bob\"").is(200, "sent");

        v1.post("friends/requests").as(users.bob()).send().ok().isArray().hasSize(2);
    }

    @Test
    void followsAPublicUserAtOnce() {
        v1.post("friends/add").as(users.ann()).with("\"friend\": \"cem\"").is(200, "following");
    }

    @Test
    void rejectsInvalidRequests() {
        v1.post("friends/add").as(users.ann()).with("\"friend\": \"ann\"").fails(200, "you cannot follow yourself");
        v1.post("friends/add").as(users.ann()).send().fails(200, "missing required parameter (friend)");
        v1.post("friends/add").with("\"friend\": \"ann\"").fails(401, "failed authentication");
    }
}
