package dev.spoolmark.catalog.lookup;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.catalog.ItemDescriptor;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.lookup.ReferenceResolver.Match;
import dev.spoolmark.db.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds items by id, slug or title, and caches which key led where. Misses are not cached.
public final class LookupCache {

    private static final int MAX_KEYS = 100_000;

    private final Database database;
    private final InvalidatingCache<Key, Long> ids;

    public LookupCache(Database database, Ticker ticker) {
        this.database = database;
        this.ids = new InvalidatingCache<>(MAX_KEYS, (key, item) -> 1, ticker);
    }

    private record Key(Kind kind, LookupKey key) {}

    public <R extends ItemDescriptor> Map<R, Long> find(Kind kind, Collection<R> requested) {
        Map<R, Long> found = new HashMap<>();
        matches(kind, requested).forEach((ref, match) -> found.put(ref, match.item()));
        return found;
    }

    public <R extends ItemDescriptor> Map<R, Match> matches(Kind kind, Collection<R> requested) {
        Map<R, Match> found = new HashMap<>();
        List<R> missing = new ArrayList<>();
        for (R ref : requested) {
            // Only the first key decides by itself; a later one counts if the keys before it are unknown.
            List<LookupKey> keys = ref.lookupKeys();
            if (!keys.isEmpty()) {
                LookupKey first = keys.getFirst();
                ids.find(new Key(kind, first))
                        .ifPresentOrElse(item -> found.put(ref, new Match(first, item)), () -> missing.add(ref));
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(read(kind, missing));
        }
        return found;
    }

    private <R extends ItemDescriptor> Map<R, Match> read(Kind kind, List<R> requested) {
        long before = ids.invalidations();
        Map<R, Match> matches = database.read(tx -> ReferenceResolver.find(tx, kind, requested));
        Map<Key, Long> keys = new HashMap<>();
        matches.forEach((ref, match) -> {
            if (isOfThatKeyAlone(ref, match)) {
                keys.put(new Key(kind, match.matchedKey()), match.item());
            }
        });
        ids.putIfUnchanged(keys, before);
        return matches;
    }

    /// A title beside an unknown id can lead elsewhere than the title alone.
    private static boolean isOfThatKeyAlone(ItemDescriptor ref, Match match) {
        return !match.incomplete()
                && (!(match.matchedKey() instanceof TitleKey) || ref.ids().isEmpty());
    }

    public void invalidateAll() {
        ids.invalidateAll();
    }
}
