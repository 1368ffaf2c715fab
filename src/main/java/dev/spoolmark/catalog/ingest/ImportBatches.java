package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Splits items into batches that can be matched and written together: of one kind, about 500 rows, without
/// two items that could match the same item.
final class ImportBatches {

    private static final int ROWS = 500;

    private ImportBatches() {}

    static <I extends SourceItem> List<List<I>> of(List<I> items) {
        List<List<I>> portions = new ArrayList<>();
        Set<LookupKey> keys = new HashSet<>();
        int rows = 0;
        for (I item : items) {
            Set<LookupKey> own = comparable(item);
            if (portions.isEmpty()
                    || rows >= ROWS
                    || portions.getLast().getLast().kind() != item.kind()
                    || own.stream().anyMatch(keys::contains)) {
                portions.add(new ArrayList<>());
                keys.clear();
                rows = 0;
            }
            portions.getLast().add(item);
            keys.addAll(own);
            rows += item.weight();
        }
        return portions;
    }

    private static Set<LookupKey> comparable(SourceItem item) {
        return item.lookupKeys().stream()
                .map(key -> key instanceof TitleKey titled ? titled.folded() : key)
                .collect(Collectors.toSet());
    }
}
