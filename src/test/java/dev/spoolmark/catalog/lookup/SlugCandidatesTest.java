package dev.spoolmark.catalog.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Slugs that an item can get (`docs/spec/v1/conventions.md#slugs-and-urls`).
class SlugCandidatesTest {

    @Test
    void theSlugOfAMovieContainsItsYear() {
        assertThat(three(SlugCandidates.ofMovie(1, "Batman Begins", 2005, Ids.NONE)))
                .containsExactly("batman-begins-2005", "batman-begins-2005-2", "batman-begins-2005-3");
    }

    @Test
    void theSlugOfAShowContainsItsYearIfTheTitleIsTaken() {
        assertThat(three(SlugCandidates.ofShow(1, "Battlestar Galactica", 2003, Ids.NONE)))
                .containsExactly("battlestar-galactica", "battlestar-galactica-2003", "battlestar-galactica-2003-2");
    }

    @Test
    void aYearInTheTitleIsNotDoubled() {
        assertThat(three(SlugCandidates.ofShow(1, "The Americans (2013)", 2013, Ids.NONE)))
                .containsExactly("the-americans-2013", "the-americans-2013-2", "the-americans-2013-3");
    }

    @Test
    void aTitleThatIsANumberIsNotAYear() {
        assertThat(SlugCandidates.ofMovie(1, "2012", 2009, Ids.NONE).next()).isEqualTo("2012-2009");
        assertThat(SlugCandidates.ofMovie(1, "2012", 2012, Ids.NONE).next()).isEqualTo("2012-2012");
    }

    @Test
    void aTitleWithoutLatinLettersGetsASlugOfKindAndId() {
        assertThat(SlugCandidates.ofMovie(77, "千と千尋の神隠し", 2001, Ids.NONE).next())
                .isEqualTo("movie-77-2001");
        assertThat(SlugCandidates.ofShow(78, "進撃の巨人", null, Ids.NONE).next()).isEqualTo("show-78");
    }

    @Test
    void aSlugNeverLooksLikeAnId() {
        assertThat(three(SlugCandidates.ofShow(1, "24", 2001, Ids.NONE)))
                .containsExactly("24-2001", "24-2001-2", "24-2001-3");
        assertThat(three(SlugCandidates.ofShow(1, "24", null, Ids.NONE)))
                .containsExactly("show-24", "show-24-2", "show-24-3");
        assertThat(SlugCandidates.ofMovie(1, "300", null, Ids.NONE).next()).isEqualTo("movie-300");
        assertThat(SlugCandidates.ofMovie(1, "tt0113277", null, Ids.NONE).next())
                .isEqualTo("movie-tt0113277");
        assertThat(SlugCandidates.ofMovie(1, "TT0113277", 1995, Ids.NONE).next())
                .isEqualTo("tt0113277-1995");
    }

    @Test
    void anItemNamedByItsImdbIdCanHaveItAsItsSlug() {
        assertThat(SlugCandidates.ofMovie(1, "tt0113277", null, Ids.ofImdb("tt0113277"))
                        .next())
                .isEqualTo("tt0113277");
    }

    @Test
    void aYearInOtherBracketsIsNotDoubled() {
        assertThat(SlugCandidates.ofShow(1, "Doctor Who [2005]", 2005, Ids.NONE).next())
                .isEqualTo("doctor-who-2005");
        assertThat(SlugCandidates.ofMovie(1, "Doctor Who (2005-)", 2005, Ids.NONE)
                        .next())
                .isEqualTo("doctor-who-2005");
    }

    private static List<String> three(SlugCandidates slugs) {
        return Stream.generate(slugs::next).limit(3).toList();
    }
}
