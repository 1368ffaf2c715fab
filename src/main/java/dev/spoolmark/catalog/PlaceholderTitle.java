package dev.spoolmark.catalog;

import dev.spoolmark.catalog.lookup.LookupKey;

/// What stands for the title of an item that was named by an id alone, until somebody knows better.
public final class PlaceholderTitle {

    private PlaceholderTitle() {}

    public static String titleOf(Identifiable named) {
        String title = named.title();
        return title == null ? titleOf(named.kind(), named.ids()) : title;
    }

    /// Whether the title only stands for one of these ids.
    public static boolean isOne(Kind kind, String title, Ids ids) {
        return ids.externalIds(kind).stream().map(PlaceholderTitle::titleOf).anyMatch(title::equals);
    }

    /// `tt0372784`, or `TMDB 272`. An item without an id has a title.
    public static String titleOf(Kind kind, Ids ids) {
        return ids.externalIds(kind).stream()
                .findFirst()
                .map(PlaceholderTitle::titleOf)
                .orElse("");
    }

    private static String titleOf(LookupKey.ExternalId id) {
        return id.provider() == Provider.IMDB ? id.value() : id.provider().name() + " " + id.value();
    }
}
