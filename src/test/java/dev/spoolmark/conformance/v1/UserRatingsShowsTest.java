package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/ratings/shows")
class UserRatingsShowsTest extends V1Conformance {

    @Test
    void returnsTheShowAndTheRatingOfTheUser() {
        v1.post("rate/show")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"rating\": \"hate\"")
                .ok();

        v1.get("user/ratings/shows", "/ann/hate/full").send().is(200, "full");
        v1.get("user/ratings/shows", "/ann/love").send().ok().isArray().isEmpty();
    }
}
