package dev.spoolmark.catalog;

import dev.spoolmark.catalog.lookup.LookupCache;
import dev.spoolmark.catalog.lookup.ReferenceResolver.Match;
import dev.spoolmark.catalog.provisional.ProvisionalItems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds movies and shows by what clients send, completes provisional ones, and creates unknown ones.
final class MovieShowLookup {

    private final LookupCache lookup;
    private final ProvisionalItems provisionalItems;

    MovieShowLookup(LookupCache lookup, ProvisionalItems provisionalItems) {
        this.lookup = lookup;
        this.provisionalItems = provisionalItems;
    }

    /// Unknown ones are created as provisional. Absent are those that are not sufficient, or all unknown ones
    /// if the server does not create provisional items.
    <R extends TitleRef> Map<R, Long> findOrCreate(Kind kind, Collection<R> refs) {
        Map<R, Long> found = complete(kind, refs);
        found.putAll(provisionalItems.items(kind, without(refs, found)));
        return found;
    }

    /// Finds items, and adds ids and years to provisional ones. Without its id, a provisional item would be
    /// taken for another one of the same title.
    <R extends TitleRef> Map<R, Long> complete(Kind kind, Collection<R> refs) {
        Map<R, Long> found = new HashMap<>();
        List<R> incomplete = new ArrayList<>();
        Map<R, Match> matches = lookup.matches(kind, refs);
        // In the order of the request: of two that add different ids to one item, the first counts.
        for (R ref : refs) {
            Match match = matches.get(ref);
            if (match != null) {
                found.put(ref, match.item());
                if (match.incomplete()) {
                    incomplete.add(ref);
                }
            }
        }
        found.putAll(provisionalItems.items(kind, incomplete));
        return found;
    }

    /// @return the references that were not found, in their order
    static <R> List<R> without(Collection<R> all, Map<R, ?> found) {
        List<R> rest = new ArrayList<>(all);
        rest.removeIf(found::containsKey);
        return rest;
    }
}
