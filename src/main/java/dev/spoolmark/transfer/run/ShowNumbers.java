package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// The shows of seasons and episodes.
final class ShowNumbers {

    private static final int BATCH = 500;

    private final Catalog catalog;

    ShowNumbers(Catalog catalog) {
        this.catalog = catalog;
    }

    /// These items with their shows. Items that no longer exist are absent.
    Map<MediaId, FoundItem> of(Collection<? extends MediaId> items) {
        Map<MediaId, FoundItem> found = new HashMap<>();
        List<MediaId> distinct =
                items.stream().<MediaId>map(item -> item).distinct().toList();
        distinct.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(batch ->
                        catalog.summaries(batch).forEach((item, summary) -> found.put(item, item(item, summary))));
        return found;
    }

    private static FoundItem item(MediaId item, ItemSummary summary) {
        ShowId show = summary.show();
        return new FoundItem(item.kind(), item.value(), show == null ? 0 : show.value());
    }
}
