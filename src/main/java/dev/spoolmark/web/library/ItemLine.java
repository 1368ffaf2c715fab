package dev.spoolmark.web.library;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Links;
import dev.spoolmark.web.Poster;
import org.jspecify.annotations.Nullable;

/// An item as one line of a list.
///
/// @param path of its page, below the base path
public record ItemLine(ItemSummary item, Poster poster, String path) {

    private static final int IMAGE_VERSIONS = 100_000;

    static ItemLine of(ItemSummary item, Links links) {
        return new ItemLine(item, new Poster(item.title(), item.year(), posterAddress(item, links)), ItemPath.of(item));
    }

    /// Identifies the item in a form: `movie-12`.
    public String key() {
        return ItemKeys.text(item.id());
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

    /// Title with season and episode, for labels.
    public String fullTitle(Layout layout) {
        String detail = detail(layout);
        return detail.isEmpty() ? item.title() : item.title() + ", " + detail;
    }

    private String episode(Layout layout) {
        String numbers = layout.t("library.episode", Integer.toString(item.season()), Integer.toString(item.number()));
        return item.episodeTitle() == null ? numbers : numbers + " · " + item.episodeTitle();
    }

    /// The address of our copy of the picture. It contains a number that changes with the picture.
    private static @Nullable String posterAddress(ItemSummary item, Links links) {
        if (item.poster() == null) {
            return null;
        }
        String owner = item.show() == null
                ? "posters_movies/" + item.id().value()
                : "posters/" + item.show().value();
        return links.to(
                "/images/" + owner + "." + Math.floorMod(item.poster().hashCode(), IMAGE_VERSIONS) + "-138.jpg");
    }
}
