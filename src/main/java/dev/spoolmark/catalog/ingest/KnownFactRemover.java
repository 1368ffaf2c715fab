package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;

/// Returns an item reduced to what the catalog lacks.
final class KnownFactRemover {

    private KnownFactRemover() {}

    static MovieItem remove(MovieItem item, Movie existing) {
        boolean hasTitle = hasTitle(existing);
        return new MovieItem(
                item.ids().missingFrom(existing.ids()),
                hasTitle ? null : item.title(),
                hasTitle && existing.year() != null ? null : item.year(),
                item.facts().merge(existing.facts()),
                item.credits(),
                null,
                item.otherTitles());
    }

    static ShowItem remove(ShowItem item, Show existing) {
        boolean hasTitle = hasTitle(existing);
        return new ShowItem(
                item.ids().missingFrom(existing.ids()),
                hasTitle ? null : item.title(),
                hasTitle && existing.year() != null ? null : item.year(),
                item.facts().merge(existing.facts()),
                item.credits(),
                item.seasons(),
                null,
                item.otherTitles());
    }

    static EpisodeItem remove(EpisodeItem item, Episode existing) {
        return new EpisodeItem(
                item.number(),
                item.ids().missingFrom(existing.ids()),
                item.facts().merge(existing.facts()));
    }

    /// @return whether the item adds nothing to the movie
    static boolean isRedundant(MovieItem item, Movie existing) {
        MovieItem left = remove(item, existing);
        return hasTitle(existing)
                && left.ids().isEmpty()
                && left.year() == null
                && left.facts().equals(existing.facts());
    }

    /// @return whether the item adds nothing to the show, its seasons aside
    static boolean isRedundant(ShowItem item, Show existing) {
        ShowItem left = remove(item, existing);
        return hasTitle(existing)
                && left.ids().isEmpty()
                && left.year() == null
                && left.facts().equals(existing.facts());
    }

    static boolean isRedundant(EpisodeItem item, Episode existing) {
        EpisodeItem left = remove(item, existing);
        return !existing.provisional() && left.ids().isEmpty() && left.facts().equals(existing.facts());
    }

    private static boolean hasTitle(Title existing) {
        return !existing.provisional() && !existing.hasTitleFromId();
    }
}
