package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedReferenceTest {

    private static PastedReference read(String text) {
        return PastedReference.parse(text).orElseThrow();
    }

    @Test
    void anImdbIdMayBeAMovieOrAShow() {
        PastedReference found = read("https://m.imdb.com/de/title/tt0372784/reviews");

        assertThat(found.movie().ids()).isEqualTo(Ids.ofImdb("tt0372784"));
        assertThat(found.show().ids()).isEqualTo(Ids.ofImdb("tt0372784"));
    }

    @Test
    void anAddressNamesTheKind() {
        assertThat(read("www.themoviedb.org/tv/1399-game/season/1"))
                .isEqualTo(new PastedReference(MovieRef.NONE, new ShowRef(Ids.ofTmdb(1399), null, null)));
        assertThat(read("http://themoviedb.org/movie/272?language=de"))
                .isEqualTo(new PastedReference(new MovieRef(Ids.ofTmdb(272), null, null), ShowRef.NONE));
        assertThat(read("https://www.tvmaze.com/shows/82/title").show().ids()).isEqualTo(Ids.ofTvmaze(82));
    }

    @Test
    void aNumberOfTmdbMayBeBoth() {
        assertThat(read("TMDB:272"))
                .isEqualTo(new PastedReference(
                        new MovieRef(Ids.ofTmdb(272), null, null), new ShowRef(Ids.ofTmdb(272), null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1917",
                "tt12",
                "tt٠٣٧٢٧٨٤",
                "tmdb:0",
                "tmdb:99999999999999999999",
                "https://evil.example/title/tt0372784",
                "https://www.themoviedb.org/person/5",
                "trakt.tv/users/ann"
            })
    void otherTextsAreNoReference(String text) {
        assertThat(PastedReference.parse(text)).isEmpty();
    }
}
