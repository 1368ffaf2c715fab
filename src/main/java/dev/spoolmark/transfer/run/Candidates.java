package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items that a name may stand for, as they are stored with a row: `[kind, item, show, kind, item, show, ...]`.
final class Candidates {

    private static final int MAX = 20;
    private static final int PARTS = 3;

    private Candidates() {}

    static String write(List<FoundItem> items) {
        List<Object> parts = new ArrayList<>();
        for (FoundItem item : items.subList(0, Math.min(MAX, items.size()))) {
            parts.add(item.kind().number());
            parts.add(item.id());
            parts.add(item.show());
        }
        return RunJson.write(parts);
    }

    static List<FoundItem> read(@Nullable String json) {
        List<FoundItem> items = new ArrayList<>();
        List<@Nullable Object> parts = json == null ? List.of() : RunJson.values(json);
        for (int i = 0; i + PARTS <= parts.size(); i += PARTS) {
            if (parts.get(i) instanceof Long kind
                    && parts.get(i + 1) instanceof Long item
                    && parts.get(i + 2) instanceof Long show) {
                items.add(new FoundItem(Kind.of(kind.intValue()), item, show));
            }
        }
        return items;
    }
}
