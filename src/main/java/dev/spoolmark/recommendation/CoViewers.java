package dev.spoolmark.recommendation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// For a group of users, the items that each watched or liked. Users are numbered, so that the viewers of an
/// item are a bit set.
final class CoViewers {

    private static final BitSet NO_USERS = new BitSet();

    private final Map<Long, Integer> userIndex = new HashMap<>();
    private final Map<Long, BitSet> users = new HashMap<>();

    void add(long userId, long item) {
        int index = userIndex.computeIfAbsent(userId, any -> userIndex.size());
        users.computeIfAbsent(item, any -> new BitSet()).set(index);
    }

    Set<Long> items() {
        return users.keySet();
    }

    /// The number of users who watched or liked both items.
    int shared(long one, long other) {
        BitSet common = (BitSet) users.getOrDefault(one, NO_USERS).clone();
        common.and(users.getOrDefault(other, NO_USERS));
        return common.cardinality();
    }
}
