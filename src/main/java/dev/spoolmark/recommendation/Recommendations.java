package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one person might like, best first (`decisions.md` 3, "recommendations").
///
/// It begins with the seeds: what they liked or played lately, filled up with what their friends did. Whatever has
/// genres, people or an audience in common with the seeds is a candidate, and what it shares with each is summed up.
/// Without seeds it is what everybody likes, then what is new. Nothing is kept, so nothing is ever out of date.
public final class Recommendations {

    /// The most that is ever told.
    public static final int MOST = 100;

    static final int SEEDS = 50;

    /// How many candidates of each sort are weighed, beside those that are left out again.
    private static final int CANDIDATES = 2_000;

    private final Database database;

    public Recommendations(Database database) {
        this.database = database;
    }

    /// @param dismissed what the person never wants to be told of again
    public List<MediaId> of(Sight own, Wanted wanted, Set<MediaId> dismissed) {
        List<Long> best = database.read(tx -> best(new RecommendationStore(tx, wanted), own, dismissed));
        return best.stream().map(item -> MediaId.of(wanted.kind(), item)).toList();
    }

    private static List<Long> best(RecommendationStore store, Sight own, Set<MediaId> dismissed) {
        Set<Long> leftOut = store.known(own.owner());
        dismissed.forEach(item -> leftOut.add(item.value()));
        List<Long> seeds = store.seeds(own.owner());
        int limit = CANDIDATES + leftOut.size();
        if (seeds.isEmpty()) {
            return store.bestRated(MOST + leftOut.size()).stream()
                    .filter(item -> !leftOut.contains(item))
                    .limit(MOST)
                    .toList();
        }
        return ranked(store, own, seeds, leftOut, limit);
    }

    private static List<Long> ranked(
            RecommendationStore store, Sight own, List<Long> seeds, Set<Long> leftOut, int limit) {
        Map<Long, Integer> people = store.peopleShared(seeds, limit);
        Audience audience = store.audience(seeds, own.owner());
        Set<Long> candidates = new HashSet<>(people.keySet());
        candidates.addAll(audience.items());
        candidates.addAll(store.ofSimilarGenres(seeds, limit));
        candidates.removeAll(leftOut);
        Map<Long, Long> votes = store.votesOfAllowed(candidates);
        Taste taste = new Taste(seeds, store.genres(seeds), people, audience);
        Map<Long, Double> scores = taste.scores(store.genres(votes.keySet()), votes.keySet());
        return scores.entrySet().stream()
                .filter(scored -> scored.getValue() > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Double> scored) -> -scored.getValue())
                        .thenComparingLong(scored -> -votes.getOrDefault(scored.getKey(), 0L))
                        .thenComparingLong(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
