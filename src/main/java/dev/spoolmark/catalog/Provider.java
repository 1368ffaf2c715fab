package dev.spoolmark.catalog;

import java.util.List;
import java.util.Locale;

/// Providers of external ids. The keys are stored and never change.
public enum Provider {
    IMDB,
    TVDB,
    TMDB,
    TVRAGE,
    TVMAZE;

    private static final List<Provider> FILMS_FIRST = List.of(IMDB, TMDB, TVDB, TVRAGE, TVMAZE);
    private static final List<Provider> SERIES_FIRST = List.of(TVDB, IMDB, TMDB, TVRAGE, TVMAZE);

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Provider of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /// @return the order in which ids are tried: IMDb first for movies and people, TVDB first for shows,
    ///     seasons and episodes
    static List<Provider> inOrderFor(Kind kind) {
        return kind == Kind.MOVIE || kind == Kind.PERSON ? FILMS_FIRST : SERIES_FIRST;
    }
}
