package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// A show as a client names it (`show.md` 0.4). What says nothing (0, an empty text) is not there.
public record ShowRef(
        @Nullable Long tvdb,
        @Nullable String imdb,
        @Nullable String title,
        @Nullable Integer year) implements ItemRef {

    public ShowRef {
        tvdb = Given.id(tvdb);
        imdb = Given.imdb(imdb);
        title = Given.title(title);
        year = Given.yearOf(title, year);
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
