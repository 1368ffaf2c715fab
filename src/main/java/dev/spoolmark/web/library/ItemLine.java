package dev.spoolmark.web.library;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Links;
import dev.spoolmark.web.Poster;
import dev.spoolmark.web.item.ItemFormKeys;
import dev.spoolmark.web.item.ItemLinks;
import dev.spoolmark.web.item.Posters;

/// An item as one line of a list.
///
/// @param path of its page, below the base path
public record ItemLine(ItemSummary item, Poster poster, String path) {

    /// @param links of the site
    public static ItemLine of(ItemSummary item, Links links) {
        return new ItemLine(item, Posters.small(links, item), ItemLinks.of(item));
    }

    /// Identifies the item in a form: `movie-12`.
    public String key() {
        return ItemFormKeys.of(item.id());
    }

    /// Season, episode and its title; the year of a movie or show; may be empty.
    public String detail(Layout layout) {
        return switch (item.kind()) {
            case EPISODE -> episode(layout);
            case SEASON ->
                item.season() == 0
                        ? layout.t("library.specials")
                        : layout.t("library.season", Integer.toString(item.season()));
            default -> item.year() == null ? "" : Integer.toString(item.year());
        };
    }

    /// Season and episode without its title.
    public String numbers(Layout layout) {
        return layout.t("library.episode", Integer.toString(item.season()), Integer.toString(item.number()));
    }

    /// Title with season and episode, for labels.
    public String fullTitle(Layout layout) {
        String detail = detail(layout);
        return detail.isEmpty() ? item.title() : item.title() + ", " + detail;
    }

    private String episode(Layout layout) {
        String numbers = numbers(layout);
        return item.episodeTitle() == null ? numbers : numbers + " · " + item.episodeTitle();
    }
}
