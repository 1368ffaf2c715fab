package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFoldingTest {

    @ParameterizedTest
    @CsvSource({"Amélie, amelie", "THE Wire , the wire", "The Americans (2013), the americans", "(500) Days, (500) days"
    })
    void foldingRemovesCaseAccentsAndYear(String title, String folded) {
        assertThat(TitleFolding.fold(title)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "The Walking Dead, the-walking-dead",
        "$#*! My Dad Says, -my-dad-says",
        "Grey's Anatomy, greys-anatomy",
        "Spider-Man - The Series, spider-man-the-series",
        "Amélie, amelie",
        "300, 300",
        "'進撃の巨人', ''"
    })
    void slugsAreLettersDigitsAndSingleDashes(String title, String slug) {
        assertThat(TitleFolding.slug(title)).isEqualTo(slug);
    }
}
