package dev.spoolmark.recommendation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Who of a group of people watched or liked which things. The people are counted off, so that a thing's audience is
/// a row of bits.
final class Audience {

    private static final BitSet NOBODY = new BitSet();

    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, BitSet> people = new HashMap<>();

    void add(long person, long item) {
        int place = places.computeIfAbsent(person, any -> places.size());
        people.computeIfAbsent(item, any -> new BitSet()).set(place);
    }

    Set<Long> items() {
        return people.keySet();
    }

    /// How many watched or liked both.
    int shared(long one, long other) {
        BitSet both = (BitSet) people.getOrDefault(one, NOBODY).clone();
        both.and(people.getOrDefault(other, NOBODY));
        return both.cardinality();
    }
}
