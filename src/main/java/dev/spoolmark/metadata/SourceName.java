package dev.spoolmark.metadata;

import java.util.Arrays;
import java.util.Locale;

/// The sources there are, in the order in which they are asked.
public enum SourceName {
    TVMAZE,
    TMDB,
    TVDB;

    /// The word for it in settings and remarks.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Throws `IllegalArgumentException` when there is none of that name.
    public static SourceName of(String word) {
        return Arrays.stream(values())
                .filter(name -> name.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no source " + word));
    }
}
