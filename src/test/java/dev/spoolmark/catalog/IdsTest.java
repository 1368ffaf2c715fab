package dev.spoolmark.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Merging of external ids.
class IdsTest {

    private static final Ids EXISTING = new Ids("tt0372784", null, 272L, null, null);

    @Test
    void newerIdsFillGapsAndCorrect() {
        assertThat(EXISTING.merge(new Ids(null, 5L, 273L, null, null)))
                .isEqualTo(new Ids("tt0372784", 5L, 273L, null, null));
    }

    @Test
    void differentIdsOfOneProviderMeanTwoItems() {
        assertThat(EXISTING.conflictsWith(new Ids("tt0372784", 5L, 9L, null, null)))
                .isTrue();
        assertThat(EXISTING.conflictsWith(new Ids(null, 5L, null, null, null))).isFalse();
    }

    @Test
    void moviesAreSearchedByImdbFirstAndShowsByTvdb() {
        Ids ids = new Ids("tt1520211", 153021L, 1402L, null, null);

        assertThat(ids.externalIds(Kind.MOVIE)).map(Object::toString).startsWith("imdb tt1520211", "tmdb 1402");
        assertThat(ids.externalIds(Kind.SHOW)).map(Object::toString).startsWith("tvdb 153021", "imdb tt1520211");
    }

    @Test
    void theFormatOfQueriesIsParsed() {
        assertThat(Ids.parse("imdb:tt0372784 tmdb:272")).isEqualTo(EXISTING);
        assertThat(Ids.parse(null)).isEqualTo(Ids.NONE);
    }
}
