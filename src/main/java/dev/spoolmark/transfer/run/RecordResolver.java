package dev.spoolmark.transfer.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.TitleCandidates;
import dev.spoolmark.db.Database;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.run.ImportDecisionStore.Decided;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the items that the records of a user name: by what the user has decided before, then as [ItemFinder]
/// does.
final class RecordResolver {

    /// Items that are remembered, so that many plays of one show need few look-ups.
    private static final int MAX_CACHED = 20_000;

    private final Database database;
    private final Catalog catalog;
    private final TitleCandidates titles;
    private final UserId user;
    private final boolean creates;
    private final boolean hasDecisions;
    private final ImportDecisionStore decisions = new ImportDecisionStore();
    private final Cache<ImportedItem, ItemResolution.Found> known = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .executor(Runnable::run)
            .build();

    /// @param creates whether unknown items are created as provisional
    RecordResolver(Database database, Catalog catalog, UserId user, boolean creates) {
        this.database = database;
        this.catalog = catalog;
        this.titles = new TitleCandidates(database);
        this.user = user;
        this.creates = creates;
        this.hasDecisions = database.read(tx -> decisions.hasAny(tx, user));
    }

    /// Resolves the items of a batch with a few queries.
    Map<ImportedItem, ItemResolution> resolve(Collection<ImportedItem> items) {
        Map<ImportedItem, ItemResolution> resolved = new HashMap<>();
        Set<ImportedItem> open = new LinkedHashSet<>();
        for (ImportedItem item : items) {
            ItemResolution.Found found = known.getIfPresent(item);
            if (found == null) {
                open.add(item);
            } else {
                resolved.put(item, found);
            }
        }
        applyDecisions(open, resolved);
        open.removeAll(resolved.keySet());
        ItemFinder finder = new ItemFinder(catalog, titles, creates);
        finder.find(open).forEach((item, resolution) -> {
            resolved.put(item, resolution);
            if (resolution instanceof ItemResolution.Found found) {
                known.put(item, found);
            }
        });
        return resolved;
    }

    private void applyDecisions(Set<ImportedItem> open, Map<ImportedItem, ItemResolution> resolved) {
        if (!hasDecisions || open.isEmpty()) {
            return;
        }
        List<String> keys = open.stream().map(ItemKey::of).toList();
        Map<String, Optional<Decided>> found = database.read(tx -> decisions.find(tx, user, keys));
        for (ImportedItem item : open) {
            Optional<Decided> decided = found.get(ItemKey.of(item));
            if (decided != null) {
                decided.map(this::item)
                        .orElse(Optional.of(new ItemResolution.Ignored()))
                        .ifPresent(resolution -> resolved.put(item, resolution));
            }
        }
    }

    /// @return empty if the item no longer exists
    private Optional<ItemResolution> item(Decided decided) {
        if (decided.kind() == Kind.PERSON) {
            return Optional.of(new ItemResolution.Found(new FoundItem(Kind.PERSON, decided.item(), 0)));
        }
        MediaId id = MediaId.of(decided.kind(), decided.item());
        return new ShowNumbers(catalog)
                .of(List.of(id)).values().stream().findFirst().map(ItemResolution.Found::new);
    }
}
