package dev.spoolmark.web.library;

import dev.spoolmark.catalog.ItemSummary;

/// The addresses of the pages of items.
public final class ItemPath {

    private ItemPath() {}

    /// The address of the page of an item, below the base path.
    public static String of(ItemSummary item) {
        return switch (item.kind()) {
            case MOVIE -> "/m/" + item.slug();
            case SHOW -> show(item.slug());
            case SEASON -> show(item.slug()) + "/" + item.season();
            case EPISODE -> episode(item.slug(), item.season(), item.number());
            case PERSON, LIST -> throw new IllegalArgumentException("no item: " + item.kind());
        };
    }

    public static String show(String slug) {
        return "/s/" + slug;
    }

    public static String episode(String showSlug, int season, int number) {
        return show(showSlug) + "/" + season + "/" + number;
    }
}
