package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Splits items into batches that can be matched and written together: of one kind, about 500 rows, without
/// two items that may be the same.
final class ImportBatches {

    private static final int ROWS = 500;

    private ImportBatches() {}

    static <I extends SourceItem> List<List<I>> of(List<I> items) {
        List<List<I>> portions = new ArrayList<>();
        Set<LookupKey> names = new HashSet<>();
        int rows = 0;
        for (I item : items) {
            Set<LookupKey> own = comparable(item);
            if (portions.isEmpty()
                    || rows >= ROWS
                    || portions.getLast().getLast().kind() != item.kind()
                    || own.stream().anyMatch(names::contains)) {
                portions.add(new ArrayList<>());
                names.clear();
                rows = 0;
            }
            portions.getLast().add(item);
            names.addAll(own);
            rows += item.weight();
        }
        return portions;
    }

    private static Set<LookupKey> comparable(SourceItem item) {
        return item.lookupKeys().stream()
                .map(name -> name instanceof TitleKey titled ? titled.folded() : name)
                .collect(Collectors.toSet());
    }
}
