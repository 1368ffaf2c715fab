package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 search/people")
class SearchPeopleTest extends V1Conformance {

    @Test
    void returnsTheDetailsOfAPerson() {
        v1.get("search/people", "/christian+bale").send().is(200, "christian-bale");
        v1.get("search/people", "?query=christian+bale&limit=30").send().is(200, "christian-bale");
    }

    @Test
    void returnsAnEmptyListIfNobodyIsFound() {
        v1.get("search/people", "?query=batman").send().ok().isArray().isEmpty();
    }
}
