package dev.spoolmark.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.lookup.LookupKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Normalisation of references, and when they are sufficient to create an item.
class RefsTest {

    @Test
    void emptyValuesAreAbsent() {
        assertThat(new MovieRef(new Ids("", null, 0L, null, null), " ", 0)).isEqualTo(MovieRef.NONE);
        assertThat(new ShowRef(new Ids("", 0L, null, null, null), "", 0)).isEqualTo(ShowRef.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tt123456", "tt12345678901", "0372784", "nm0372784", "tt03727a4"})
    void aMalformedImdbIdIsAbsent(String imdb) {
        assertThat(new MovieRef(Ids.ofImdb(imdb), null, null).ids().imdb()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TT0372784", "Tt0372784", " tt0372784 ", "tt00372784", "tt0000372784"})
    void imdbIdsAreNormalised(String imdb) {
        assertThat(new MovieRef(Ids.ofImdb(imdb), null, null).ids().imdb()).isEqualTo("tt0372784");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heat (1995)",
                "Heat [1995]",
                "Heat(1995)",
                "Heat \uff081995\uff09",
                "Heat (1995) ",
                "Heat (1995-)",
                "Heat (1995\u2013)",
                "Heat (1995-1999)",
                "Heat ( 1995 )"
            })
    void theYearInBracketsAtTheEndOfATitleIsUsedIfNoYearIsSent(String title) {
        assertThat(new MovieRef(Ids.NONE, title, null).year()).isEqualTo(1995);
        assertThat(new ShowRef(Ids.NONE, title, 0).year()).isEqualTo(1995);
        assertThat(new MovieRef(Ids.NONE, title, 2001).year()).isEqualTo(2001);
        assertThat(LookupKey.TitleKey.key(title)).isEqualTo("heat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(1995)", "Heat (1995) II", "Heat (0095)", "Heat (19950)", "Heat 1995", "Heat (1995", "1995"})
    void otherNumbersInTitlesAreNoYears(String title) {
        assertThat(new MovieRef(Ids.NONE, title, null).year()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1849, 2201, -1})
    void aYearOutOfRangeIsAbsent(int year) {
        assertThat(new MovieRef(Ids.NONE, "Heat", year).year()).isNull();
    }

    @Test
    void charactersThatCannotBeStoredAreRemovedFromTitles() {
        assertThat(new MovieRef(Ids.NONE, " He\0a\ud800t\n2 ", null).title()).isEqualTo("Heat 2");
    }

    @Test
    void anEmojiInATitleIsKept() {
        assertThat(new MovieRef(Ids.NONE, "The \ud83d\ude00 Movie", 2017).title())
                .isEqualTo("The \ud83d\ude00 Movie");
    }

    @Test
    void aMovieNeedsAnIdOrTitleAndYear() {
        assertThat(new MovieRef(Ids.ofImdb("tt0372784"), null, null).isEnough()).isTrue();
        assertThat(new MovieRef(Ids.ofTmdb(272), null, null).isEnough()).isTrue();
        assertThat(new MovieRef(Ids.NONE, "Heat", 1995).isEnough()).isTrue();
        assertThat(new MovieRef(Ids.NONE, "Heat", null).isEnough()).isFalse();
    }

    @Test
    void aShowNeedsAnIdOrATitle() {
        assertThat(new ShowRef(Ids.ofTvdb(153021), null, null).isEnough()).isTrue();
        assertThat(new ShowRef(Ids.ofImdb("tt1520211"), null, null).isEnough()).isTrue();
        assertThat(new ShowRef(Ids.NONE, "Lost", null).isEnough()).isTrue();
        assertThat(new ShowRef(Ids.NONE, null, 2004).isEnough()).isFalse();
    }

    @Test
    void anEpisodeNeedsItsShowAndANumberInRange() {
        ShowRef lost = new ShowRef(Ids.NONE, "Lost", null);

        assertThat(new EpisodeRef(lost, 0, 0, Ids.NONE).isEnough()).isTrue();
        assertThat(new EpisodeRef(lost, 2_100, 9_999, Ids.NONE).isEnough()).isTrue();
        assertThat(new EpisodeRef(lost, 2_101, 1, Ids.NONE).isEnough()).isFalse();
        assertThat(new EpisodeRef(lost, 1, 10_000, Ids.NONE).isEnough()).isFalse();
        assertThat(new EpisodeRef(lost, -1, 1, Ids.NONE).isEnough()).isFalse();
        assertThat(new EpisodeRef(ShowRef.NONE, 1, 1, Ids.ofTvdb(7)).isEnough()).isFalse();
    }
}
