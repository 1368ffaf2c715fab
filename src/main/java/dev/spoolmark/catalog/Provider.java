package dev.spoolmark.catalog;

import java.util.List;
import java.util.Locale;

/// Those whose ids for things are known. The word stands in the store and never changes.
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

    public static Provider of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whose id is tried first: IMDB for films and people, TVDB for what airs.
    static List<Provider> inOrderFor(Kind kind) {
        return kind == Kind.MOVIE || kind == Kind.PERSON ? FILMS_FIRST : SERIES_FIRST;
    }
}
