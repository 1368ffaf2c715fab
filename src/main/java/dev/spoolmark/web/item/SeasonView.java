package dev.spoolmark.web.item;

import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A season on the page of its show, or a year if the episodes are ordered by air date.
///
/// @param number of the season or year
/// @param key names the season in forms; empty for a year
/// @param address of the page of the season, with the base path; null for a year
/// @param progress how much of it is watched, in words
/// @param left the number of aired episodes that are not watched; 0 for a year
/// @param cells empty if they are not loaded
/// @param blocks links to the parts of a long season; empty if it is shown as a whole
/// @param load link to the page with the cells of this season, if it has none here
public record SeasonView(
        int number,
        String key,
        @Nullable String address,
        String title,
        String progress,
        int left,
        List<EpisodeCell> cells,
        List<PageLink> blocks,
        @Nullable PageLink load) {

    public SeasonView {
        cells = List.copyOf(cells);
        blocks = List.copyOf(blocks);
    }

    SeasonView withGrid(List<EpisodeCell> shown, List<PageLink> parts, @Nullable PageLink more) {
        return new SeasonView(number, key, address, title, progress, left, shown, parts, more);
    }

    /// Identifies it in the page.
    public String id() {
        return "group-" + number;
    }
}
