package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import org.jspecify.annotations.Nullable;

/// Who is right where a source and the catalogue both know something.
enum Precedence {

    /// The source: it knows more, or knows it later.
    SOURCE,

    /// The catalogue: the source only fills what is empty. What merely a client said does not count as known.
    CATALOGUE;

    MovieItem heard(MovieItem item, Movie standing) {
        return this == SOURCE ? item : Filling.of(item, standing);
    }

    ShowItem heard(ShowItem item, Show standing) {
        return this == SOURCE ? item : Filling.of(item, standing);
    }

    EpisodeItem heard(EpisodeItem item, Episode standing) {
        return this == SOURCE ? item : Filling.of(item, standing);
    }

    /// What is kept of two that both are known, or of one.
    <T> @Nullable T later(@Nullable T standing, @Nullable T told) {
        return this == SOURCE ? Facts.newer(standing, told) : Facts.newer(told, standing);
    }

    boolean isSource() {
        return this == SOURCE;
    }
}
