package dev.spoolmark.api.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.artwork.ArtworkRef;
import dev.spoolmark.artwork.ArtworkRef.ArtworkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {

    private static final int AS_IT_IS = Integer.MAX_VALUE;

    @Test
    void parsesImageAndWidth() {
        assertParsed("/images/posters/124.jpg", new ArtworkRef.OfShow(124, ArtworkType.POSTER), AS_IT_IS);
        assertParsed("/images/posters/124.12.jpg", new ArtworkRef.OfShow(124, ArtworkType.POSTER), AS_IT_IS);
        assertParsed("/images/posters/124-138.jpg", new ArtworkRef.OfShow(124, ArtworkType.POSTER), 138);
        assertParsed("/images/posters/124.12-300.jpg", new ArtworkRef.OfShow(124, ArtworkType.POSTER), 300);
        assertParsed("/images/posters_movies/60.1-138.jpg", new ArtworkRef.OfMovie(60, ArtworkType.POSTER), 138);
        assertParsed("/images/fanart_movies/60-940.jpg", new ArtworkRef.OfMovie(60, ArtworkType.FANART), 940);
        assertParsed("/images/fanart/124-218.jpg", new ArtworkRef.OfShow(124, ArtworkType.FANART), 218);
        assertParsed("/images/banners/124.jpg", new ArtworkRef.OfShow(124, ArtworkType.BANNER), AS_IT_IS);
        assertParsed("/images/people/7.jpg", new ArtworkRef.OfPerson(7), AS_IT_IS);
    }

    @Test
    void anEpisodeNumberThatLooksLikeAWidthIsParsedAsANumber() {
        assertParsed("/images/episodes/124-1-218.jpg", new ArtworkRef.OfEpisode(124, 1, 218), AS_IT_IS);
        assertParsed("/images/episodes/124-1-218-218.jpg", new ArtworkRef.OfEpisode(124, 1, 218), 218);
        assertParsed("/images/episodes/124-1-2.3-218.jpg", new ArtworkRef.OfEpisode(124, 1, 2), 218);
        assertParsed("/images/seasons/124-138.jpg", new ArtworkRef.OfSeason(124, 138), AS_IT_IS);
        assertParsed("/images/seasons/124-2-138.jpg", new ArtworkRef.OfSeason(124, 2), 138);
    }

    @Test
    void parsesPlaceholders() {
        ImagePath path = ImagePath.of("/images/poster-dark-138.jpg").orElseThrow();

        assertThat(path.artworkRef()).isEmpty();
        assertThat(path.placeholder()).isEqualTo("poster-dark");
        assertThat(path.width()).isEqualTo(138);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/images/posters/124-139.jpg",
                "/images/posters/124-1-2.jpg",
                "/images/posters/x.jpg",
                "/images/posters/124.png",
                "/images/posters/../124.jpg",
                "/images/posters/12345678901.jpg",
                "/images/episodes/124-1.jpg",
                "/images/seasons/124.jpg",
                "/images/nothing/124.jpg",
                "/images/poster-dark-139.jpg",
                "/images/",
                "/images/.jpg"
            })
    void rejectsOtherPaths(String path) {
        assertThat(ImagePath.of(path)).isEmpty();
    }

    private static void assertParsed(String rawPath, ArtworkRef piece, int width) {
        ImagePath path = ImagePath.of(rawPath).orElseThrow();
        assertThat(path.artworkRef()).contains(piece);
        assertThat(path.width()).isEqualTo(width);
    }
}
