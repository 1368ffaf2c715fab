package dev.spoolmark.catalog;

import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.db.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Spellings of a title that are one item, and spellings that are several.
@ParameterizedClass
@EnumSource(Engine.class)
class FoldedTitlesTest {

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    Catalog catalog;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
        catalog = fixture.catalog;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void titlesThatLookTheSameAreOneMovie() {
        assertThat(movies(
                        "A Quiet Place: Day One",
                        "A Quiet Place: Day One\u00a0",
                        "A Quiet Place:\u00a0 Day One",
                        "A Quiet\u3000Place: Day\u2009One",
                        "A Quiet Place: Day One\u200b",
                        "\ufeffA Quiet Place: Day One",
                        "Ａ Quiet Place： Day One"))
                .hasSize(1);
        assertThat(movies(
                        "Spider-Man: No Way Home",
                        "Spider\u2011Man: No Way Home",
                        "Spider\u2013Man: No Way Home",
                        "Spider\u2212Man: No Way Home",
                        "Spider-\u00adMan: No Way Home",
                        "Spider-Man:  No Way Home"))
                .hasSize(1);
        assertThat(movies("Guy's Film", "Guy\u2019s Film", "Guy\u02bcs Film", "Guy`s Film", "Guy&#39;s Film"))
                .hasSize(1);
        assertThat(movies("Sh\u014dgun", "Sho\u0304gun", "SHOGUN", "Sh&#333;gun"))
                .hasSize(1);
    }

    @Test
    void marksOfOtherScriptsDistinguishMovies() {
        assertThat(movies("ハス", "バス", "パス")).hasSize(3);
        assertThat(movies("バス", "ハ\u3099ス", "ﾊﾞｽ")).hasSize(1);
    }

    @Test
    void htmlIsDecodedOnInput() {
        assertThat(Stream.of("Law & Order", "Law &amp; Order", "Law &amp;amp; Order", "Law &#38; Order")
                        .map(title -> Set.copyOf(catalog.findOrCreateShows(List.of(showRef(title, 1990)))
                                .values()))
                        .collect(Collectors.toSet()))
                .hasSize(1);
        fixture.has(movie("Tom &amp; J&eacute;rry", 1990, Ids.NONE));
        Movie movie =
                catalog.findMovie(CatalogFixture.movieRef("tom-jerry-1990")).orElseThrow();
        assertThat(movie.title()).isEqualTo("Tom & Jérry");
        assertThat(movies("AT&T;", "AT&T")).as("no reference").hasSize(2);
        assertThat(FactMerge.genres(List.of("Action &amp; Adventure", "Action & Adventure", "Caf&eacute;\u200b")))
                .containsExactly("Action & Adventure", "Caf\u00e9");
        assertThat(new Broadcast("A&amp;E", "Trinidad &amp; Tobago", null, null, null).country())
                .isEqualTo("Trinidad & Tobago");
    }

    @Test
    void aTitleWithoutVisibleCharactersIsAbsent() {
        assertThat(movieRef("\u200b\u00a0\ufeff", 2000).title()).isNull();
        assertThat(movieRef("&nbsp;", 2000).title()).isNull();
        assertThat(movieRef("\ufeff Heat\u00a0", 1995).title()).isEqualTo("Heat");
    }

    private Set<MovieId> movies(String... titles) {
        return Stream.of(titles)
                .flatMap(title -> catalog.findOrCreateMovies(List.of(movieRef(title, 1999))).values().stream())
                .collect(Collectors.toSet());
    }
}
