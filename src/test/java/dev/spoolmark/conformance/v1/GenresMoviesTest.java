package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 genres/movies")
class GenresMoviesTest extends V1Conformance {

    @Test
    void listsTheDocumentedGenresByName() {
        v1.get("genres/movies", "").send().is(200, "all");
    }
}
