package dev.spoolmark.web.people;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/// The items of a page about a user that the viewer may see: provisional ones only on one's own pages
/// (`docs/domain.md#unknown-titles`). Read with one statement.
record VisibleItems(Map<MediaId, ItemSummary> summaries, boolean own) {

    /// @param own whether the viewer is the user of the page
    static VisibleItems of(PeopleFeatures features, Collection<? extends MediaId> items, boolean own) {
        return new VisibleItems(features.catalog().summaries(items), own);
    }

    /// The item, or nothing.
    Stream<ItemSummary> find(MediaId id) {
        ItemSummary item = summaries.get(id);
        return item == null || (item.provisional() && !own) ? Stream.empty() : Stream.of(item);
    }
}
