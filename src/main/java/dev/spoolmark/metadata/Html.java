package dev.spoolmark.metadata;

import dev.spoolmark.kernel.AsciiNumber;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the little HTML of a summary into the text a reader would see.
final class Html {

    private static final Pattern BREAK = Pattern.compile("(?i)\\s*(</p>\\s*<p[^>]*>|<br\\s*/?>)\\s*");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("hellip", "\u2026"),
            Map.entry("eacute", "\u00e9"));

    private Html() {}

    static @Nullable String text(@Nullable String html) {
        if (html == null) {
            return null;
        }
        String broken = BREAK.matcher(html.strip()).replaceAll("\n");
        String plain = TAG.matcher(broken).replaceAll("");
        return ENTITY.matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement(decoded(found.group(1), found.group())))
                .strip();
    }

    /// What an entity stands for; an unknown one stays as it is written.
    private static String decoded(String name, String written) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, written);
        }
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = hexadecimal ? Integer.parseInt(name.substring(2), 16) : AsciiNumber.parseInt(name.substring(1));
        return Character.isValidCodePoint(point) ? Character.toString(point) : written;
    }
}
