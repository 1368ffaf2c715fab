package dev.spoolmark.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.catalog.Matching.Hit;
import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.store.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds items by what they are called, remembering for a moment which name led where. Misses are not remembered.
final class Lookup {

    private static final int NAMES = 100_000;

    private final Database database;
    private final FreshCache<Key, Long> known;

    Lookup(Database database, Ticker ticker) {
        this.database = database;
        this.known = new FreshCache<>(NAMES, (key, item) -> 1, ticker);
    }

    private record Key(Kind kind, Name name) {}

    <R extends Named> Map<R, Long> find(Kind kind, Collection<R> wanted) {
        Map<R, Long> found = new HashMap<>();
        hits(kind, wanted).forEach((ref, hit) -> found.put(ref, hit.item()));
        return found;
    }

    <R extends Named> Map<R, Hit> hits(Kind kind, Collection<R> wanted) {
        Map<R, Hit> found = new HashMap<>();
        List<R> missing = new ArrayList<>();
        for (R ref : wanted) {
            // Only the first name decides alone: a later one counts when nobody has those before it.
            List<Name> names = ref.names();
            if (!names.isEmpty()) {
                Name first = names.getFirst();
                known.find(new Key(kind, first))
                        .ifPresentOrElse(item -> found.put(ref, new Hit(first, item)), () -> missing.add(ref));
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(read(kind, missing));
        }
        return found;
    }

    private <R extends Named> Map<R, Hit> read(Kind kind, List<R> wanted) {
        long before = known.forgettings();
        Map<R, Hit> hits = database.read(tx -> Matching.find(tx, kind, wanted));
        Map<Key, Long> keys = new HashMap<>();
        hits.forEach((ref, hit) -> {
            if (isOfThatNameAlone(ref, hit)) {
                keys.put(new Key(kind, hit.by()), hit.item());
            }
        });
        known.keep(keys, before);
        return hits;
    }

    /// A title beside an id that nobody knows may lead elsewhere than the title alone.
    private static boolean isOfThatNameAlone(Named ref, Hit hit) {
        return !hit.incomplete() && (hit.by() instanceof ForeignId || ref.ids().isEmpty());
    }

    void forgetAll() {
        known.forgetAll();
    }
}
