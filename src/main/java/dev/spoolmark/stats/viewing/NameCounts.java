package dev.spoolmark.stats.viewing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums of plays and titles by name.
final class NameCounts {

    private static final Comparator<NameCount> MOST_PLAYED = Comparator.comparingInt(NameCount::plays)
            .thenComparingInt(NameCount::titles)
            .reversed()
            .thenComparing(NameCount::name);

    private final Map<String, int[]> counts = new HashMap<>();

    /// Adds the plays of one title.
    void add(String name, int plays) {
        int[] count = counts.computeIfAbsent(name, _ -> new int[2]);
        count[0] += plays;
        count[1]++;
    }

    /// Those with the most plays.
    List<NameCount> most(int limit) {
        return counts.entrySet().stream()
                .map(entry -> new NameCount(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(MOST_PLAYED)
                .limit(limit)
                .toList();
    }
}
