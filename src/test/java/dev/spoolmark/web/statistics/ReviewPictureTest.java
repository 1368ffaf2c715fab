package dev.spoolmark.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewPictureTest {

    private static final List<Integer> MONTHS = IntStream.range(0, 12).boxed().toList();
    private static final int PAPER = 0xFF14161A;

    private final ReviewPicture picture = new ReviewPicture();
    private final TextOutlines text = new TextOutlines();

    private static ReviewPicture.Content content(String title, List<String> shows, List<String> movies) {
        List<Figure> figures = List.of(
                Figure.of("Plays", "1,234"),
                Figure.of("Time", "987 h"),
                Figure.of("Episodes", "1,100"),
                Figure.of("Movies", "134"));
        return new ReviewPicture.Content(title, "ann", figures, "Shows", shows, "Movies", movies, MONTHS);
    }

    private BufferedImage draw(String name, ReviewPicture.Content content) throws IOException {
        byte[] png = picture.draw(content);
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        Files.write(folder.resolve("review-" + name + ".png"), png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// The number of pixels that are drawn in a part of the picture.
    private static int drawn(BufferedImage image, int x, int y, int width, int height) {
        int pixels = 0;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                pixels += image.getRGB(column, row) == PAPER ? 0 : 1;
            }
        }
        return pixels;
    }

    @Test
    void titlesNumbersAndMonthsAreDrawn() throws IOException {
        BufferedImage image = draw(
                "latin",
                content(
                        "2013 in review",
                        List.of("Paper Boats", "Ägypten für Anfänger", "Ψ and Ω", "Чайка", "Żółć", "The Sixth"),
                        List.of("A Title That Is Much Longer Than the Space That the Picture Has for One", "Dune")));

        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(drawn(image, 64, 60, 500, 60)).isGreaterThan(3_000);
        assertThat(drawn(image, 64, 315, 504, 180)).isGreaterThan(3_000);
        assertThat(drawn(image, 1137, 0, 63, 630)).isZero();
        assertThat(drawn(image, 568, 240, 60, 260)).isZero();
    }

    @Test
    void titlesInOtherScriptsAreLeftOut() throws IOException {
        List<String> others = List.of("مدينة الضوء", "七つの海", "עיר האור", "\u202Eevil", "🎬🎬", "", "   ", "\uD800");

        BufferedImage image =
                draw("scripts", content("2013 in review", others, List.of("Boats 🚢 and <Sand> & \"x\"")));

        assertThat(text.isDrawable("Boats 🚢 and \u202E<Sand>")).isTrue();
        assertThat(others.stream().filter(text::isDrawable)).containsExactly("\u202Eevil");
        assertThat(drawn(image, 64, 350, 504, 150)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "🎬, 0", "مدينة, 0"})
    void whatCannotBeDrawnHasNoWidth(String nothing, int width) {
        assertThat(text.width(nothing, 20)).isEqualTo(width);
    }

    @Test
    void anEmptyReviewIsDrawn() throws IOException {
        assertThat(draw("empty", content("", List.of(), List.of()))).isNotNull();
    }

    @Test
    void outlinesOfAllCharactersAreReadable() {
        for (String script : List.of("latin", "latin-ext", "cyrillic", "greek")) {
            WoffFont font = new WoffFont("/web/picture/inter-" + script + ".woff");
            long glyphs = IntStream.range(0, 0x10000)
                    .filter(font::has)
                    .peek(character -> assertThat(
                                    font.outline(character).getBounds2D().getHeight())
                            .isBetween(0.0, 2.5))
                    .filter(character -> font.advance(character) >= 0)
                    .count();
            assertThat(glyphs).as(script).isGreaterThan(50);
            assertThat(font.has(0x4E00)).isFalse();
            assertThat(font.has(0x1F3AC)).isFalse();
        }
    }
}
