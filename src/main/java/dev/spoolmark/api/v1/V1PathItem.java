package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.AsciiNumber;
import org.jspecify.annotations.Nullable;

/// Reads movies and shows in paths of v1: a slug, an IMDb id, or digits, which are first an id of TMDB (movies) or
/// TVDB (shows) and then a slug (`docs/spec/v1/conventions.md#items-in-a-path`).
public final class V1PathItem {

    /// A longer number does not fit a BIGINT and is no id.
    private static final int MAX_DIGITS = 18;

    private V1PathItem() {}

    public static MovieRef movie(String text) {
        return new MovieRef(null, text, new Ids(text, null, number(text), null, null), null, null);
    }

    public static ShowRef show(String text) {
        return new ShowRef(null, text, new Ids(text, number(text), null, null, null), null, null);
    }

    private static @Nullable Long number(String text) {
        return text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
                ? AsciiNumber.parseLong(text)
                : null;
    }
}
