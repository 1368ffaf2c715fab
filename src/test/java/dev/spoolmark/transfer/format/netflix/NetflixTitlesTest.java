package dev.spoolmark.transfer.format.netflix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetflixTitlesTest {

    @Test
    void titlesWithoutColonsAreMovies() {
        assertThat(readings("The Paper Lighthouse")).containsExactly("The Paper Lighthouse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S: Season 2: E",
                "S: Series 2: E",
                "S: Staffel 2: E",
                "S: Saison 2: E",
                "S : Saison 2 : E",
                "S: Temporada 2: E",
                "S: Stagione 2: E",
                "S: Seizoen 2: E",
                "S: Säsong 2: E",
                "S: Sæson 2: E",
                "S: Sesong 2: E",
                "S: Sezon 2: E",
                "S: 2. Sezon: E",
                "S: シーズン2: E",
                "S: Season 2 (Uncut): E"
            })
    void seasonsAreKnownInManyLanguages(String title) {
        assertThat(readings(title)).containsExactly("S, 2, E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S: Limited Series: E",
                "S: Miniserie: E",
                "S: Mini-série: E",
                "S: Série limitée: E",
                "S: Minissérie: E"
            })
    void limitedSeriesHaveOneSeason(String title) {
        assertThat(readings(title)).containsExactly("S, 1, E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S: Part 2: E",
                "S: Teil 2: E",
                "S: Partie 2: E",
                "S: Parte 2: E",
                "S: Deel 2: E",
                "S: Część 2: E",
                "S: Volume 2: E",
                "S: Capítulo 2: E",
                "S: Buch 2: E",
                "S: パート2: E"
            })
    void partsAreSeasonsOrBelongToMovies(String title) {
        assertThat(readings(title)).hasSize(2).first().isEqualTo("S, 2, E");
        assertThat(readings(title).getLast()).isEqualTo(title);
    }

    @Test
    void theLastSeasonCounts() {
        assertThat(readings("Season 1: The Show: Season 3: The: End"))
                .containsExactly("Season 1: The Show, 3, The: End");
    }

    @Test
    void numbersInNamesOfEpisodesAreASecondReading() {
        assertThat(readings("S: Season 1: Episode 7")).containsExactly("S, 1, Episode 7", "S, 1, 7");
        assertThat(readings("S: Staffel 1: Folge 12")).containsExactly("S, 1, Folge 12", "S, 1, 12");
        assertThat(readings("Clocks: Undone: Limited Series: Part 2: Noon"))
                .containsExactly("Clocks: Undone, 1, Part 2: Noon", "Clocks: Undone, 1, 2");
        assertThat(readings("S: Season 1: 100 Days")).containsExactly("S, 1, 100 Days");
    }

    @Test
    void appendedNumbersAreThoseOfEpisodes() {
        assertThat(readings("S: Season 2: High Tide (Episode 1)")).containsExactly("S, 2, High Tide", "S, 2, 1");
        assertThat(readings("S: Staffel 2 (Folge 3)")).containsExactly("S, 2, 3");
        assertThat(readings("S: High Tide (Episode 1)")).containsExactly("S, null, High Tide");
    }

    @Test
    void colonsWithoutSeasonsHaveSeveralReadings() {
        assertThat(readings("Clocks: Undone")).containsExactly("Clocks: Undone", "Clocks, null, Undone");
        assertThat(readings("S: Name of the Season: E"))
                .containsExactly(
                        "S: Name of the Season: E",
                        "S: Name of the Season, null, E",
                        "S, null, Name of the Season: E",
                        "S, null, E");
        assertThat(readings("A Film: Part 2")).containsExactly("A Film: Part 2", "A Film, null, Part 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {" : Episode 7", ": Episode 7", "", "  "})
    void titlesThatAreGoneAreNoItems(String title) {
        assertThat(NetflixTitles.item(title)).isEmpty();
    }

    @Test
    void hostileTitlesAreReadInShortTime() {
        assertThat(NetflixTitles.item("a" + " ".repeat(60_000) + "b")).isEmpty();
        assertThat(readings(": a".repeat(200).substring(2)).size()).isLessThan(20);
        assertThat(NetflixTitles.item("S: Season 99999999999: E")).isPresent();
    }

    private static List<String> readings(String title) {
        List<String> found = new ArrayList<>();
        ImportedItem item = NetflixTitles.item(title).orElseThrow();
        for (@Nullable ImportedItem reading = item; reading != null; reading = reading.otherwise()) {
            found.add(
                    reading.kind() == Kind.MOVIE
                            ? String.valueOf(reading.title())
                            : reading.title() + ", " + reading.season() + ", "
                                    + (reading.number() == null ? reading.episodeTitle() : reading.number()));
        }
        return found;
    }
}
