package dev.spoolmark.web.library;

import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An item of the watchlist, the collection or a list on a page.
///
/// @param number in the order of the user, from 1; 0 where the page has another order
/// @param line null if the item is no longer in the catalog
/// @param note empty if there is none
/// @param added day on which it was added
/// @param episodes number of collected episodes of a show; empty for other items
/// @param details of a collected item in words; may be empty
public record ItemRow(
        int number, MediaId item, @Nullable ItemLine line, String note, String added, String episodes, String details) {

    /// @param first number of the first item; 0 for no numbers
    /// @param counted whether shows are counted by episodes
    static List<ItemRow> of(
            PageRequest request,
            List<ListedItem> items,
            int first,
            boolean counted,
            Map<MediaId, ItemLine> lines,
            Map<MediaId, String> details) {
        List<ItemRow> rows = new ArrayList<>();
        for (ListedItem listed : items) {
            rows.add(new ItemRow(
                    first == 0 ? 0 : first + rows.size(),
                    listed.item(),
                    lines.get(listed.item()),
                    Objects.requireNonNullElse(listed.note(), ""),
                    request.formats().date(listed.since()),
                    counted && listed.item().kind() == Kind.SHOW
                            ? request.text().count("library.collection.episodes", listed.count())
                            : "",
                    details.getOrDefault(listed.item(), "")));
        }
        return rows;
    }

    /// Identifies the item in the form.
    public String key() {
        return ItemKeys.text(item);
    }

    /// For labels.
    public String name(Layout layout) {
        return line == null ? layout.t("library.unknown_item") : line.fullTitle(layout);
    }
}
