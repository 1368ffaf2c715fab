package dev.spoolmark.web.library;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.web.PageRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Finds the lines of the items of a page with one statement.
public final class ItemLines {

    private final Catalog catalog;

    public ItemLines(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The lines by item. Items that are no longer in the catalog are absent.
    ///
    /// @param items at most 500 of each kind
    public Map<MediaId, ItemLine> of(PageRequest request, Collection<? extends MediaId> items) {
        Map<MediaId, ItemLine> lines = new HashMap<>();
        catalog.summaries(items)
                .forEach((id, item) ->
                        lines.put(id, ItemLine.of(item, request.site().links())));
        return lines;
    }
}
