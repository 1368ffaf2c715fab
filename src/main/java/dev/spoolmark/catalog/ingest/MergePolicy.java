package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import org.jspecify.annotations.Nullable;

/// Who is right where a source and the catalogue both know something.
public enum MergePolicy {

    /// The source: it knows more, or knows it later.
    SOURCE,

    /// The catalogue: the source only fills what is empty. What merely a client said does not count as known.
    CATALOGUE;

    MovieItem apply(MovieItem item, Movie existing) {
        return this == SOURCE ? item : GapFill.of(item, existing);
    }

    ShowItem apply(ShowItem item, Show existing) {
        return this == SOURCE ? item : GapFill.of(item, existing);
    }

    EpisodeItem apply(EpisodeItem item, Episode existing) {
        return this == SOURCE ? item : GapFill.of(item, existing);
    }

    /// What is kept of two that both are known, or of one.
    <T> @Nullable T choose(@Nullable T existing, @Nullable T told) {
        return this == SOURCE ? FactMerge.newer(existing, told) : FactMerge.newer(told, existing);
    }

    public boolean isSource() {
        return this == SOURCE;
    }
}
