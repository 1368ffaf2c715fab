package dev.spoolmark.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Quality of the first ten recommendations over all users with test items.
///
/// @param ndcg normalized discounted cumulative gain (nDCG@10)
/// @param hits share of users with at least one hit (HR@10)
record RecommendationQuality(double ndcg, double hits) {

    private static final int FIRST = 10;

    /// @param scores computes the score of each item from the liked items of a user
    static RecommendationQuality of(TrainTestSplit holdout, Function<List<Long>, Map<Long, Double>> scores) {
        double ndcg = 0;
        int hits = 0;
        int users = 0;
        for (Map.Entry<Long, List<Long>> user : holdout.training().entrySet()) {
            Set<Long> requested = Set.copyOf(holdout.test().getOrDefault(user.getKey(), List.of()));
            if (!requested.isEmpty()) {
                List<Long> first = first(scores.apply(user.getValue()), user.getValue());
                ndcg += gain(first, requested) / ideal(requested.size());
                hits += first.stream().anyMatch(requested::contains) ? 1 : 0;
                users++;
            }
        }
        return new RecommendationQuality(ndcg / users, (double) hits / users);
    }

    private static List<Long> first(Map<Long, Double> scores, Collection<Long> known) {
        Set<Long> leftOut = new HashSet<>(known);
        return scores.entrySet().stream()
                .filter(scored -> !leftOut.contains(scored.getKey()))
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FIRST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double gain(List<Long> first, Set<Long> requested) {
        double gain = 0;
        for (int rank = 0; rank < first.size(); rank++) {
            gain += requested.contains(first.get(rank)) ? worth(rank) : 0;
        }
        return gain;
    }

    private static double ideal(int requested) {
        double ideal = 0;
        for (int rank = 0; rank < Math.min(FIRST, requested); rank++) {
            ideal += worth(rank);
        }
        return ideal;
    }

    private static double worth(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }
}
