package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import org.jspecify.annotations.Nullable;

/// Which value wins if both source and catalog have one.
public enum MergePolicy {

    /// The source, because it knows more or later.
    SOURCE,

    /// The catalog; the source only fills gaps. What only clients said does not count.
    CATALOG;

    MovieItem apply(MovieItem item, Movie existing) {
        return this == SOURCE ? item : KnownFactRemover.remove(item, existing);
    }

    ShowItem apply(ShowItem item, Show existing) {
        return this == SOURCE ? item : KnownFactRemover.remove(item, existing);
    }

    EpisodeItem apply(EpisodeItem item, Episode existing) {
        return this == SOURCE ? item : KnownFactRemover.remove(item, existing);
    }

    /// @return the value that is stored if one or both are known
    <T> @Nullable T choose(@Nullable T existing, @Nullable T incoming) {
        return this == SOURCE ? FactMerge.newer(existing, incoming) : FactMerge.newer(incoming, existing);
    }

    public boolean isSource() {
        return this == SOURCE;
    }
}
