package dev.spoolmark.metadata;

import java.util.Arrays;
import java.util.Locale;

/// The sources, in the order in which they are queried.
public enum SourceName {
    TVMAZE,
    TMDB,
    TVDB;

    /// @return the name in settings and warnings
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is no such source
    public static SourceName of(String text) {
        return Arrays.stream(values())
                .filter(name -> name.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no source " + text));
    }
}
