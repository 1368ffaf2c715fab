package dev.spoolmark.web.statistics;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws lines of text in Latin, Greek and Cyrillic script. Characters that the fonts do not have, such as emoji, are
/// left out. Other scripts would need shaping and ordering by direction, so a text with their letters is not drawn.
final class TextOutlines {

    private static final String MORE = "…";

    private final List<WoffFont> fonts = Stream.of("latin", "latin-ext", "cyrillic", "greek")
            .map(script -> new WoffFont("/web/picture/inter-" + script + ".woff"))
            .toList();

    /// Whether the fonts have all letters and digits of a text, and it has any.
    boolean isDrawable(String text) {
        int[] letters =
                normal(text).codePoints().filter(Character::isLetterOrDigit).toArray();
        for (int letter : letters) {
            if (font(letter).isEmpty()) {
                return false;
            }
        }
        return letters.length > 0;
    }

    /// Draws a text that begins at `x` on the base line `y`.
    ///
    /// @param size of the font in pixels
    /// @param width longer texts are cut and end with an ellipsis
    void draw(Graphics2D graphics, String text, double x, double y, double size, double width) {
        Path2D line = new Path2D.Double();
        double at = x;
        for (int character : fitting(drawn(text), size, width).codePoints().toArray()) {
            WoffFont font = font(character).orElseThrow();
            AffineTransform transform = AffineTransform.getTranslateInstance(at, y);
            transform.scale(size, size);
            line.append(font.outline(character).getPathIterator(transform), false);
            at += font.advance(character) * size;
        }
        graphics.fill(line);
    }

    private String fitting(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).strip() + MORE, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + MORE;
    }

    /// The width of a text in pixels.
    double width(String text, double size) {
        return drawn(text)
                .codePoints()
                .mapToDouble(character ->
                        font(character).map(font -> font.advance(character)).orElse(0.0) * size)
                .sum();
    }

    /// The characters that can be drawn, without repeated spaces.
    private String drawn(String text) {
        StringBuilder drawn = new StringBuilder();
        normal(text)
                .codePoints()
                .filter(character -> font(character).isPresent())
                .forEach(drawn::appendCodePoint);
        return drawn.toString().replaceAll(" +", " ").strip();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s", " ");
    }

    private Optional<WoffFont> font(int character) {
        return fonts.stream().filter(font -> font.has(character)).findFirst();
    }
}
