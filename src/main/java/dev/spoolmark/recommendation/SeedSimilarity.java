package dev.spoolmark.recommendation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Similarity of other items to the seeds of a user: for each seed three times the share of common genres, plus
/// one for each person in both, plus one for each common viewer if there are at least two
/// (`docs/spec/v1/movie.md#movierelated`).
///
/// @param genres genres of the seeds
/// @param sharedPersons number of people in a candidate and a seed, summed over the seeds
record SeedSimilarity(
        List<Long> seeds, Map<Long, Set<String>> genres, Map<Long, Integer> sharedPersons, CoViewers coViewers) {

    private static final double GENRE_WEIGHT = 3;
    private static final int MIN_COMMON_VIEWERS = 2;

    Map<Long, Double> scores(Map<Long, Set<String>> theirGenres, Collection<Long> candidates) {
        Map<Long, Double> scores = new HashMap<>();
        for (Long candidate : candidates) {
            Set<String> candidateGenres = theirGenres.getOrDefault(candidate, Set.of());
            double score = sharedPersons.getOrDefault(candidate, 0);
            for (Long seed : seeds) {
                if (!seed.equals(candidate)) {
                    score += GENRE_WEIGHT * overlap(genres.getOrDefault(seed, Set.of()), candidateGenres)
                            + shared(seed, candidate);
                }
            }
            scores.put(candidate, score);
        }
        return scores;
    }

    private int shared(long seed, long candidate) {
        int shared = coViewers.shared(seed, candidate);
        return shared >= MIN_COMMON_VIEWERS ? shared : 0;
    }

    /// The number of common genres divided by the number of all genres of both.
    private static double overlap(Set<String> one, Set<String> other) {
        Set<String> intersection = new HashSet<>(one);
        intersection.retainAll(other);
        int all = one.size() + other.size() - intersection.size();
        return all == 0 ? 0 : (double) intersection.size() / all;
    }
}
