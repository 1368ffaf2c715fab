package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import org.jspecify.annotations.Nullable;

/// A movie as a client names it (`docs/spec/v1/conventions.md#items-in-a-body`). What says nothing (0, an empty
/// text) is not there.
public record MovieRef(
        @Nullable String imdb,
        @Nullable Long tmdb,
        @Nullable String title,
        @Nullable Integer year) implements ItemRef {

    public MovieRef {
        imdb = InputCleaner.imdb(imdb);
        tmdb = InputCleaner.id(tmdb);
        title = InputCleaner.title(title);
        year = InputCleaner.yearOf(title, year);
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
