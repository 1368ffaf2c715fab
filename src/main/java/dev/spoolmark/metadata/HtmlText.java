package dev.spoolmark.metadata;

import dev.spoolmark.core.HtmlEntities;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Converts the HTML of a summary to plain text.
public final class HtmlText {

    private static final Pattern BREAK = Pattern.compile("(?i)\\s*(</p>\\s*<p[^>]*>|<br\\s*/?>)\\s*");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

    private HtmlText() {}

    static @Nullable public String text(@Nullable String html) {
        if (html == null) {
            return null;
        }
        String broken = BREAK.matcher(html.strip()).replaceAll("\n");
        String plain = TAG.matcher(broken).replaceAll("");
        return HtmlEntities.decode(plain).strip();
    }
}
