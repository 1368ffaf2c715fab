package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 lists/delete")
class ListsDeleteTest extends V1Conformance {

    @Test
    void deletesTheListWithItsItems() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Rainy days\"");

        v1.post("lists/delete").as(users.ann()).with("\"slug\": \"rainy-days\"").is(200, "deleted");

        v1.post("lists/delete").as(users.ann()).with("\"slug\": \"rainy-days\"").fails(404, "list not found");
        v1.get("activity/user", "/ann").send().ok().node("activity").isArray().isEmpty();
    }

    @Test
    void theListOfAnotherUserIsNotFound() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Rainy days\"");

        v1.post("lists/delete").as(users.bob()).with("\"slug\": \"rainy-days\"").fails(404, "list not found");
    }
}
