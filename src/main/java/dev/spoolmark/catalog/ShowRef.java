package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import org.jspecify.annotations.Nullable;

/// A show as a client names it (`docs/spec/v1/conventions.md#items-in-a-body`). What says nothing (0, an empty text)
/// is not there.
public record ShowRef(
        @Nullable Long tvdb,
        @Nullable String imdb,
        @Nullable String title,
        @Nullable Integer year) implements ItemRef {

    public ShowRef {
        tvdb = InputCleaner.id(tvdb);
        imdb = InputCleaner.imdb(imdb);
        title = InputCleaner.title(title);
        year = InputCleaner.yearOf(title, year);
    }

    @Override
    public Kind kind() {
        return Kind.SHOW;
    }

    @Override
    public Ids ids() {
        return new Ids(imdb, tvdb, null, null, null);
    }

    @Override
    public boolean isEnough(Ids counted) {
        return !counted.isEmpty() || title != null;
    }
}
