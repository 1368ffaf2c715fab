package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.conformance.JsonShapes;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@Specified("v1 search/shows")
class SearchShowsTest extends V1Conformance {

    @Test
    void returnsFullShows() {
        v1.get("search/shows", "?query=walking+dead").send().is(200, "walking-dead");
    }

    @Test
    void returnsSeasonsOnRequestTheNewestFirst() {
        v1.get("search/shows", "?query=portlandia&seasons=true").send().is(200, "portlandia-seasons");
        v1.get("search/shows", "/portlandia/10/seasons")
                .send()
                .ok()
                .inPath("[0].seasons[*].season")
                .isArray()
                .containsExactly(2, 1, 0);
        v1.get("search/shows", "?query=portlandia&seasons=False")
                .send()
                .ok()
                .inPath("[0].seasons")
                .isAbsent();
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        v1.get("search/shows", "?query=dark+matters")
                .basic(users.ann())
                .send()
                .ok()
                .inPath("[0].in_watchlist")
                .isEqualTo(false);
    }

    @Test
    void returnsIdsAsNumbersAndWhetherTheShowEnded() {
        v1.get("search/shows", "?query=portlandia")
                .send()
                .ok()
                .inPath("[0]")
                .isObject()
                .containsEntry("tvdb_id", BigDecimal.valueOf(213_221))
                .containsEntry("ended", false);
    }

    @Test
    void theNewestEpisodeOfASeasonComesFirst() {
        v1.get("search/shows", "?query=portlandia&seasons=true")
                .send()
                .ok()
                .inPath("[0].seasons[1].episodes[*].number")
                .isArray()
                .containsExactly(3, 2, 1);
    }

    /// Ids were strings in 2013 and numbers in 2014.
    @Test
    void hasEveryMemberOfARecordedResponse() throws IOException {
        String recorded = Files.readString(Path.of("src/test/resources/captures/search/shows.json"));

        assertThat(JsonShapes.missing(
                        recorded, v1.get("search/shows", "/portlandia").send().text()))
                .containsExactlyInAnyOrder("[0].tvdb_id is NUMBER, not STRING", "[0].tvrage_id is NUMBER, not STRING");
    }
}
