package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 genres/shows")
class GenresShowsTest extends V1Conformance {

    @Test
    void listsTheDocumentedGenresAndThoseOfTheCatalogue() {
        v1.get("genres/shows", "").send().is(200, "all-and-crime-horror");
    }
}
