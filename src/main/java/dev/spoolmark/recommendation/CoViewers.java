package dev.spoolmark.recommendation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Who of a group of people watched or liked which things. The people are counted off, so that a thing's audience is
/// a row of bits.
final class CoViewers {

    private static final BitSet NOBODY = new BitSet();

    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, BitSet> users = new HashMap<>();

    void add(long userId, long item) {
        int place = places.computeIfAbsent(userId, any -> places.size());
        users.computeIfAbsent(item, any -> new BitSet()).set(place);
    }

    Set<Long> items() {
        return users.keySet();
    }

    /// How many watched or liked both.
    int shared(long one, long other) {
        BitSet both = (BitSet) users.getOrDefault(one, NOBODY).clone();
        both.and(users.getOrDefault(other, NOBODY));
        return both.cardinality();
    }
}
