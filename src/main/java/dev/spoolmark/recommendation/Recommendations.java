package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one person might like, best first (`docs/spec/v1/recommendations.md#recommendationsmovies`).
///
/// Where enough people are, a model learned from all of them goes first ([ModelRegistry]). What it leaves open, and
/// all of it on a small server, begins with the seeds: what the person liked or played lately, filled up with what
/// their friends did. Whatever has genres, people or an audience in common with the seeds is a candidate, and what
/// it shares with each is summed up. Without seeds it is what everybody likes, then what is new.
public final class Recommendations {

    /// The most that is ever told.
    public static final int MOST = 100;

    static final int SEEDS = 50;

    /// How many candidates of each sort are weighed, beside those that are left out again.
    private static final int CANDIDATES = 2_000;

    private final Database database;
    private final ModelRegistry models;

    public Recommendations(Database database, InstantSource clock, ModelLocation location) {
        this(
                database,
                new ModelRegistry(
                        new ModelTraining(database, clock), clock, location, ModelRegistry.inTheBackground()));
    }

    Recommendations(Database database, ModelRegistry models) {
        this.database = database;
        this.models = models;
    }

    /// Begins to read the models that were kept.
    public void load() {
        models.load();
    }

    /// Learns all models anew and keeps them. Says of how many titles each speaks; none where there are too few
    /// people.
    public Map<Kind, Integer> rebuild() {
        Map<Kind, Integer> titles = new EnumMap<>(Kind.class);
        ModelRegistry.KINDS.forEach(kind -> titles.put(kind, models.rebuild(kind)));
        return titles;
    }

    /// @param dismissed what the person never wants to be told of again
    public List<MediaId> of(ProfileView own, RecommendationFilter filter, Set<MediaId> dismissed) {
        Optional<ItemModel> model = models.of(filter.kind());
        List<Long> best = database.read(tx -> best(new RecommendationStore(tx, filter), model, own, dismissed));
        return best.stream().map(item -> MediaId.of(filter.kind(), item)).toList();
    }

    private static List<Long> best(
            RecommendationStore store, Optional<ItemModel> model, ProfileView own, Set<MediaId> dismissed) {
        Set<Long> leftOut = store.known(own.owner());
        dismissed.forEach(item -> leftOut.add(item.value()));
        List<Long> learned =
                model.map(some -> learned(store, some, own, leftOut)).orElse(List.of());
        if (learned.size() == MOST) {
            return learned;
        }
        leftOut.addAll(learned);
        return Stream.concat(learned.stream(), shared(store, own, leftOut).stream())
                .limit(MOST)
                .toList();
    }

    private static List<Long> learned(RecommendationStore store, ItemModel model, ProfileView own, Set<Long> leftOut) {
        Map<Long, Double> scores = model.scores(store.liked(own.owner()));
        scores.keySet().removeAll(leftOut);
        return bestOf(scores, store.votesOfAllowed(scores.keySet()));
    }

    /// What is told without a model.
    private static List<Long> shared(RecommendationStore store, ProfileView own, Set<Long> leftOut) {
        List<Long> seeds = store.seeds(own.owner());
        if (seeds.isEmpty()) {
            return store.bestRated(MOST + leftOut.size()).stream()
                    .filter(item -> !leftOut.contains(item))
                    .limit(MOST)
                    .toList();
        }
        return ranked(store, own, seeds, leftOut, CANDIDATES + leftOut.size());
    }

    private static List<Long> ranked(
            RecommendationStore store, ProfileView own, List<Long> seeds, Set<Long> leftOut, int limit) {
        Map<Long, Integer> users = store.peopleShared(seeds, limit);
        CoViewers audience = store.audience(seeds, own.owner());
        Set<Long> candidates = new HashSet<>(users.keySet());
        candidates.addAll(audience.items());
        candidates.addAll(store.ofSimilarGenres(seeds, limit));
        candidates.removeAll(leftOut);
        Map<Long, Long> votes = store.votesOfAllowed(candidates);
        SeedSimilarity taste = new SeedSimilarity(seeds, store.genres(seeds), users, audience);
        return bestOf(taste.scores(store.genres(votes.keySet()), votes.keySet()), votes);
    }

    /// Of those whose votes were counted, the highest score first.
    private static List<Long> bestOf(Map<Long, Double> scores, Map<Long, Long> votes) {
        return scores.entrySet().stream()
                .filter(scored -> scored.getValue() > 0 && votes.containsKey(scored.getKey()))
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Double> scored) -> -scored.getValue())
                        .thenComparingLong(scored -> -votes.getOrDefault(scored.getKey(), 0L))
                        .thenComparingLong(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
