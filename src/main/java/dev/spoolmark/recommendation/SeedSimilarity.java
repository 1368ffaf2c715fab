package dev.spoolmark.recommendation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What somebody's seeds have in common with other things: for each seed three times the share of the genres, one
/// for each person in both, one for each of an audience of two or more (`docs/spec/v1/movie.md#movierelated`).
///
/// @param genres of the seeds
/// @param people in a candidate and in a seed, summed up over the seeds
record SeedSimilarity(List<Long> seeds, Map<Long, Set<String>> genres, Map<Long, Integer> people, CoViewers audience) {

    private static final double GENRES = 3;
    private static final int SMALLEST_AUDIENCE = 2;

    Map<Long, Double> scores(Map<Long, Set<String>> theirGenres, Collection<Long> candidates) {
        Map<Long, Double> scores = new HashMap<>();
        for (Long candidate : candidates) {
            Set<String> had = theirGenres.getOrDefault(candidate, Set.of());
            double score = people.getOrDefault(candidate, 0);
            for (Long seed : seeds) {
                if (!seed.equals(candidate)) {
                    score += GENRES * overlap(genres.getOrDefault(seed, Set.of()), had) + shared(seed, candidate);
                }
            }
            scores.put(candidate, score);
        }
        return scores;
    }

    private int shared(long seed, long candidate) {
        int shared = audience.shared(seed, candidate);
        return shared >= SMALLEST_AUDIENCE ? shared : 0;
    }

    /// The share of all their genres that both have.
    private static double overlap(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }
}
