package dev.spoolmark.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which slugs an item may get (`conventions.md` 9.10).
class SlugsTest {

    @Test
    void aMovieAlwaysCarriesItsYear() {
        assertThat(three(Slugs.ofMovie(1, "Batman Begins", 2005)))
                .containsExactly("batman-begins-2005", "batman-begins-2005-2", "batman-begins-2005-3");
    }

    @Test
    void aShowCarriesItsYearWhenTheTitleIsTaken() {
        assertThat(three(Slugs.ofShow(1, "Battlestar Galactica", 2003)))
                .containsExactly("battlestar-galactica", "battlestar-galactica-2003", "battlestar-galactica-2003-2");
    }

    @Test
    void aYearInTheTitleIsNotDoubled() {
        assertThat(three(Slugs.ofShow(1, "The Americans (2013)", 2013)))
                .containsExactly("the-americans-2013", "the-americans-2013-2", "the-americans-2013-3");
    }

    @Test
    void aTitleThatIsAYearIsNotTakenForOne() {
        assertThat(Slugs.ofMovie(1, "2012", 2009).next()).isEqualTo("2012-2009");
        assertThat(Slugs.ofMovie(1, "2012", 2012).next()).isEqualTo("2012-2012");
    }

    @Test
    void aTitleWithoutLatinLettersGoesByItsNumber() {
        assertThat(Slugs.ofMovie(77, "千と千尋の神隠し", 2001).next()).isEqualTo("movie-77-2001");
        assertThat(Slugs.ofShow(78, "進撃の巨人", null).next()).isEqualTo("show-78");
    }

    private static List<String> three(Slugs slugs) {
        return Stream.generate(slugs::next).limit(3).toList();
    }
}
