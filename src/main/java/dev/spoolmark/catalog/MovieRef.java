package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// A movie as a client names it (`conventions.md` 5.2). What says nothing (0, an empty text) is not there.
public record MovieRef(
        @Nullable String imdb,
        @Nullable Long tmdb,
        @Nullable String title,
        @Nullable Integer year) implements ItemRef {

    public MovieRef {
        imdb = Given.imdb(imdb);
        tmdb = Given.id(tmdb);
        title = Given.title(title);
        year = Given.yearOf(title, year);
    }

    @Override
    public Kind kind() {
        return Kind.MOVIE;
    }

    @Override
    public Ids ids() {
        return new Ids(imdb, null, tmdb, null, null);
    }

    @Override
    public boolean isEnough(Ids counted) {
        return !counted.isEmpty() || (title != null && year != null);
    }
}
