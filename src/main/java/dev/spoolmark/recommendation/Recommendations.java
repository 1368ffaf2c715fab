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

/// Recommendations for one user, best first (`docs/spec/v1/recommendations.md#recommendationsmovies`).
///
/// With enough users, a model trained on all of them comes first ([ModelRegistry]). The rest, and everything on
/// a small server, is derived from seeds: items that the user liked or played recently, and items of friends.
/// Items that share genres, people or viewers with the seeds are candidates, and are scored by the sum of what
/// they share with each seed. Without seeds, the best rated items come first, then new ones.
public final class Recommendations {

    /// Maximum number of recommendations.
    public static final int MAX_ITEMS = 100;

    static final int MAX_SEEDS = 50;

    /// Maximum number of candidates of each sort, in addition to excluded items.
    private static final int MAX_CANDIDATES = 2_000;

    private final Database database;
    private final ModelRegistry models;

    public Recommendations(Database database, InstantSource clock, ModelLocation location) {
        this(
                database,
                new ModelRegistry(
                        new ModelTraining(database, clock), clock, location, ModelRegistry.backgroundThread()));
    }

    Recommendations(Database database, ModelRegistry models) {
        this.database = database;
        this.models = models;
    }

    /// Starts to read the stored models.
    public void load() {
        models.load();
    }

    /// Trains and stores all models.
    ///
    /// @return the number of items of each model, 0 if there are too few users
    public Map<Kind, Integer> rebuild() {
        Map<Kind, Integer> titles = new EnumMap<>(Kind.class);
        ModelRegistry.KINDS.forEach(kind -> titles.put(kind, models.rebuild(kind)));
        return titles;
    }

    /// @param dismissed items that the user does not want to see again
    public List<MediaId> of(ProfileView own, RecommendationFilter filter, Set<MediaId> dismissed) {
        Optional<ItemModel> model = models.of(filter.kind());
        List<Long> best = database.read(tx -> best(new RecommendationStore(tx, filter), model, own, dismissed));
        return best.stream().map(item -> MediaId.of(filter.kind(), item)).toList();
    }

    private static List<Long> best(
            RecommendationStore store, Optional<ItemModel> model, ProfileView own, Set<MediaId> dismissed) {
        Set<Long> leftOut = store.excluded(own.owner());
        dismissed.forEach(item -> leftOut.add(item.value()));
        List<Long> modelItems =
                model.map(present -> fromModel(store, present, own, leftOut)).orElse(List.of());
        if (modelItems.size() == MAX_ITEMS) {
            return modelItems;
        }
        leftOut.addAll(modelItems);
        return Stream.concat(modelItems.stream(), fromSeeds(store, own, leftOut).stream())
                .limit(MAX_ITEMS)
                .toList();
    }

    private static List<Long> fromModel(
            RecommendationStore store, ItemModel model, ProfileView own, Set<Long> leftOut) {
        Map<Long, Double> scores = model.scores(store.liked(own.owner()));
        scores.keySet().removeAll(leftOut);
        return bestOf(scores, store.votesOfAllowed(scores.keySet()));
    }

    /// Recommendations without a model.
    private static List<Long> fromSeeds(RecommendationStore store, ProfileView own, Set<Long> leftOut) {
        List<Long> seeds = store.seeds(own.owner());
        if (seeds.isEmpty()) {
            return store.bestRated(MAX_ITEMS + leftOut.size()).stream()
                    .filter(item -> !leftOut.contains(item))
                    .limit(MAX_ITEMS)
                    .toList();
        }
        return ranked(store, own, seeds, leftOut, MAX_CANDIDATES + leftOut.size());
    }

    private static List<Long> ranked(
            RecommendationStore store, ProfileView own, List<Long> seeds, Set<Long> leftOut, int limit) {
        Map<Long, Integer> users = store.personsShared(seeds, limit);
        CoViewers coViewers = store.coViewers(seeds, own.owner());
        Set<Long> candidates = new HashSet<>(users.keySet());
        candidates.addAll(coViewers.items());
        candidates.addAll(store.ofSimilarGenres(seeds, limit));
        candidates.removeAll(leftOut);
        Map<Long, Long> votes = store.votesOfAllowed(candidates);
        SeedSimilarity similarity = new SeedSimilarity(seeds, store.genres(seeds), users, coViewers);
        return bestOf(similarity.scores(store.genres(votes.keySet()), votes.keySet()), votes);
    }

    /// The items with votes, highest score first.
    private static List<Long> bestOf(Map<Long, Double> scores, Map<Long, Long> votes) {
        return scores.entrySet().stream()
                .filter(scored -> scored.getValue() > 0 && votes.containsKey(scored.getKey()))
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Double> scored) -> -scored.getValue())
                        .thenComparingLong(scored -> -votes.getOrDefault(scored.getKey(), 0L))
                        .thenComparingLong(Map.Entry::getKey))
                .limit(MAX_ITEMS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
