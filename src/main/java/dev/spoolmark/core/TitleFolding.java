package dev.spoolmark.core;

import java.util.regex.Pattern;

/// Comparison keys and slugs of titles and names, the same on both database engines.
public final class TitleFolding {

    private static final Pattern YEAR_AT_END = Pattern.compile("( \\(\\d{4}\\))+$");
    private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9 -]");
    private static final Pattern BLANKS_AND_DASHES = Pattern.compile("[ -]+");

    private TitleFolding() {}

    /// The [folded text][TextFolding] without a trailing `(year)`: equal folded titles are the same title.
    public static String fold(String title) {
        String plain = TextFolding.fold(title);
        return plain.endsWith(")") ? YEAR_AT_END.matcher(plain).replaceFirst("") : plain;
    }

    /// Lower case letters, digits and single dashes; a leading dash stays (`-my-dad-says`), as in recorded
    /// responses.
    ///
    /// Returns an empty text for a name without a Latin letter or digit.
    public static String slug(String name) {
        String stored = NOT_IN_SLUG.matcher(TextFolding.fold(name)).replaceAll("");
        String dashed = BLANKS_AND_DASHES.matcher(stored).replaceAll("-");
        String trimmed = dashed.endsWith("-") ? dashed.substring(0, dashed.length() - 1) : dashed;
        return trimmed.equals("-") ? "" : trimmed;
    }
}
