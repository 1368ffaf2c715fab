package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.core.HtmlEntities;
import java.util.regex.Pattern;

/// Texts with the few HTML elements that Letterboxd allows in reviews and descriptions.
final class LetterboxdText {

    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>|</p>");
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)</?(?:b|i|em|strong|p|blockquote|a)(?: [^<>]{0,2000})?>");

    private LetterboxdText() {}

    /// The text without elements. Other text between `<` and `>` is kept.
    static String plain(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        String broken = BREAK.matcher(text).replaceAll("\n");
        return HtmlEntities.decode(ELEMENT.matcher(broken).replaceAll("")).strip();
    }
}
