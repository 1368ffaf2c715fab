package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;

/// What of an item is left to say when everything that the catalogue knows already is taken out of it.
final class Filling {

    private Filling() {}

    static MovieItem of(MovieItem item, Movie standing) {
        boolean named = isNamed(standing);
        return new MovieItem(
                item.ids().beside(standing.ids()),
                named ? null : item.title(),
                named && standing.year() != null ? null : item.year(),
                item.facts().merge(standing.facts()),
                item.people(),
                null,
                item.otherTitles());
    }

    static ShowItem of(ShowItem item, Show standing) {
        boolean named = isNamed(standing);
        return new ShowItem(
                item.ids().beside(standing.ids()),
                named ? null : item.title(),
                named && standing.year() != null ? null : item.year(),
                item.facts().merge(standing.facts()),
                item.people(),
                item.seasons(),
                null,
                item.otherTitles());
    }

    static EpisodeItem of(EpisodeItem item, Episode standing) {
        return new EpisodeItem(
                item.number(), item.ids().beside(standing.ids()), item.facts().merge(standing.facts()));
    }

    /// Whether there is nothing left to say about the movie itself.
    static boolean isEmpty(MovieItem item, Movie standing) {
        MovieItem left = of(item, standing);
        return isNamed(standing)
                && left.ids().isEmpty()
                && left.year() == null
                && left.facts().equals(standing.facts());
    }

    /// Whether there is nothing left to say about the show itself, its seasons aside.
    static boolean isEmpty(ShowItem item, Show standing) {
        ShowItem left = of(item, standing);
        return isNamed(standing)
                && left.ids().isEmpty()
                && left.year() == null
                && left.facts().equals(standing.facts());
    }

    static boolean isEmpty(EpisodeItem item, Episode standing) {
        EpisodeItem left = of(item, standing);
        return !standing.provisional() && left.ids().isEmpty() && left.facts().equals(standing.facts());
    }

    private static boolean isNamed(Work standing) {
        return !standing.provisional() && !standing.isNameless();
    }
}
