package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 lists/update")
class ListsUpdateTest extends V1Conformance {

    @BeforeEach
    void addList() {
        v1.post("lists/add")
                .as(users.ann())
                .with("\"name\": \"Rainy days\", \"show_numbers\": true, \"allow_shouts\": true");
    }

    @Test
    void aNewNameChangesTheSlugAndTheOldOneStillWorks() {
        v1.post("lists/update")
                .as(users.ann())
                .with("\"slug\": \"rainy-days\", \"name\": \"Rainy weekends\", \"privacy\": \"Friends\"")
                .is(200, "renamed");

        v1.get("user/list", "/ann/rainy-days")
                .basic(users.ann())
                .send()
                .ok()
                .node("slug")
                .isEqualTo("rainy-weekends");
    }

    @Test
    void membersThatAreNotSentStayUnchanged() {
        v1.post("lists/update")
                .as(users.ann())
                .with("\"slug\": \"rainy-days\", \"privacy\": \"private\"")
                .is(200, "private");
    }

    @Test
    void rejectsANameInUseAndAnUnknownList() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Sunny days\"");

        v1.post("lists/update")
                .as(users.ann())
                .with("\"slug\": \"sunny-days\", \"name\": \"Rainy days\"")
                .fails(200, "a list with that name already exists");
        v1.post("lists/update").as(users.ann()).with("\"slug\": \"none\"").fails(404, "list not found");
        v1.post("lists/update").as(users.bob()).with("\"slug\": \"rainy-days\"").fails(404, "list not found");
        v1.post("lists/update").as(users.ann()).with("").fails(200, "missing required parameter (slug)");
    }
}
