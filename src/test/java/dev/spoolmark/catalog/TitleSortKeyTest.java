package dev.spoolmark.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The order of a library.
class TitleSortKeyTest {

    @Test
    void symbolsAndDigitsSortBeforeLettersIgnoringCaseAndAccents() {
        List<String> titles = List.of(
                "$#*! My Dad Says", "10 Items Or Less", "{proof}", "24", "Élite", "elm", "The Office", "the o.c.");
        List<String> sorted = IntStream.range(0, titles.size())
                .mapToObj(n -> TitleSortKey.of(titles.get(n), n))
                .sorted()
                .map(mark -> titles.get((int) mark.item()))
                .toList();

        assertThat(sorted)
                .containsExactly(
                        "$#*! My Dad Says",
                        "10 Items Or Less",
                        "24",
                        "{proof}",
                        "Élite",
                        "elm",
                        "the o.c.",
                        "The Office");
    }

    @Test
    void equalTitlesSortById() {
        assertThat(Stream.of(TitleSortKey.of("Twin", 2), TitleSortKey.of("twin", 1))
                        .sorted())
                .extracting(TitleSortKey::item)
                .containsExactly(1L, 2L);
        assertThat(TitleSortKey.of("Twin", 9)).isLessThan(TitleSortKey.of("Twin Peaks", 1));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theCatalogSortsExistingItems(Engine engine) {
        try (CatalogFixture fixture = new CatalogFixture(engine)) {
            fixture.has(
                    CatalogFixture.show("Zoo", 2010, CatalogFixture.imdb("tt0000001")),
                    CatalogFixture.show("24", 2001, CatalogFixture.imdb("tt0000002")),
                    CatalogFixture.show("Alias", 2001, CatalogFixture.imdb("tt0000003")));
            List<ShowId> ids = Stream.of("zoo", "24", "alias")
                    .map(slug -> fixture.catalog
                            .findShow(CatalogFixture.showRef(slug))
                            .orElseThrow()
                            .id())
                    .toList();

            List<ShowId> requested =
                    Stream.concat(ids.stream(), Stream.of(new ShowId(999_999))).toList();

            assertThat(fixture.catalog.showsByTitle(requested)).containsExactly(ids.get(1), ids.get(2), ids.get(0));
            assertThat(fixture.catalog.moviesByTitle(List.of())).isEmpty();
        }
    }
}
