package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;

/// The addresses of the pages about items, below the base path.
///
/// The slug comes from the catalog, so an address leads back to the item also if the slug looks like a number.
public final class ItemLinks {

    private ItemLinks() {}

    public static String movie(String slug) {
        return "/m/" + slug;
    }

    public static String show(String slug) {
        return "/s/" + slug;
    }

    /// @param number of the season; 0 for the specials
    public static String season(String slug, int number) {
        return show(slug) + "/" + number;
    }

    public static String episode(String slug, int season, int number) {
        return season(slug, season) + "/" + number;
    }

    public static String person(String slug) {
        return "/p/" + slug;
    }

    /// The page of any item.
    public static String of(ItemSummary item) {
        return switch (item.kind()) {
            case MOVIE -> movie(item.slug());
            case SHOW -> show(item.slug());
            case SEASON -> season(item.slug(), item.season());
            case EPISODE -> episode(item.slug(), item.season(), item.number());
            case PERSON, LIST -> throw new IllegalArgumentException(item.kind() + " has no summary");
        };
    }
}
