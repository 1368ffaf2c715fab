package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/movies/collection")
class UserLibraryMoviesCollectionTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/movies/collection", "/ann/min").send().is(200, "min");
        v1.get("user/library/movies/collection", "/ann").send().is(200, "default");
    }

    @Test
    void returnsA1201MovieLibraryCompletely() {
        String many = IntStream.rangeClosed(1, 1_201)
                .mapToObj(n -> String.format(Locale.ROOT, "{\"title\":\"Film %04d\",\"year\":2000}", n))
                .collect(Collectors.joining(","));
        v1.post("movie/library")
                .as(users.bob())
                .with("\"movies\": [" + many + "]")
                .ok()
                .node("inserted")
                .isEqualTo(1_201);

        v1.get("user/library/movies/collection", "/bob/min")
                .basic(users.bob())
                .send()
                .ok()
                .inPath("[*].title")
                .isArray()
                .hasSize(1_201)
                .startsWith("Film 0001", "Film 0002")
                .endsWith("Film 1201");
    }
}
