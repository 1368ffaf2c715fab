package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.recommendation.RelatedStore.SharedGenres;
import dev.spoolmark.social.ProfileView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// Related movies or shows: items with the same genres and people, and items that the same users like.
///
/// The score is three times the share of common genres, plus the number of common people, plus the number of
/// users who watched or liked both if there are at least two. Ties are ordered by votes
/// (`docs/spec/v1/movie.md#movierelated`), then by the order of a source. Items that only a source relates come
/// last. Computed from the tables, without training.
public final class Related {

    private static final int MAX_ITEMS = 10;
    private static final double GENRE_WEIGHT = 3;

    /// Votes are read of groups of equal score until there are so many items, since many groups have one item.
    private static final int VOTES_AT_ONCE = 64;

    private final Database database;

    public Related(Database database) {
        this.database = database;
    }

    /// At most ten, the best match first.
    public List<MovieId> movies(MovieId movie) {
        return database.read(tx -> best(tx, movie, Set.of(), MovieId::new));
    }

    /// The same without movies that the user has watched.
    public List<MovieId> moviesUnwatched(MovieId movie, ProfileView by) {
        return database.read(tx -> best(tx, movie, RelatedStore.watchedBy(tx, by.owner(), Kind.MOVIE), MovieId::new));
    }

    /// At most ten, the best match first.
    public List<ShowId> shows(ShowId show) {
        return database.read(tx -> best(tx, show, Set.of(), ShowId::new));
    }

    /// The same without shows of which the user has watched an episode.
    public List<ShowId> showsUnwatched(ShowId show, ProfileView by) {
        return database.read(tx -> best(tx, show, RelatedStore.watchedBy(tx, by.owner(), Kind.SHOW), ShowId::new));
    }

    private static <I extends MediaId> List<I> best(Tx tx, I item, Set<Long> without, LongFunction<I> id) {
        List<I> best = new ArrayList<>();
        List<Long> relatedBySource = RelatedStore.relatedBySource(tx, item);
        List<List<Long>> groups =
                List.copyOf(byScore(tx, item, relatedBySource, without).values());
        Map<Long, Integer> votes = new HashMap<>();
        int read = 0;
        for (int at = 0; at < groups.size() && best.size() < MAX_ITEMS; at++) {
            if (at == read) {
                List<Long> next = new ArrayList<>();
                while (read < groups.size() && next.size() < VOTES_AT_ONCE) {
                    next.addAll(groups.get(read++));
                }
                votes.putAll(RelatedStore.votes(tx, item.kind(), next));
            }
            Map<Long, Integer> equals = new HashMap<>(votes);
            equals.keySet().retainAll(new HashSet<>(groups.get(at)));
            inOrder(equals, relatedBySource).stream()
                    .limit(MAX_ITEMS - best.size())
                    .forEach(next -> best.add(id.apply(next)));
        }
        return best;
    }

    /// Items grouped by score, highest first: votes are read only as far as they decide.
    private static Map<Double, List<Long>> byScore(Tx tx, MediaId item, List<Long> relatedBySource, Set<Long> without) {
        Map<Double, List<Long>> groups = new TreeMap<>(Comparator.reverseOrder());
        Map<Long, Double> scores = scores(tx, item);
        relatedBySource.forEach(other -> scores.putIfAbsent(other, 0.0));
        scores.forEach((other, score) -> {
            if (!without.contains(other)) {
                groups.computeIfAbsent(score, none -> new ArrayList<>()).add(other);
            }
        });
        return groups;
    }

    private static Map<Long, Double> scores(Tx tx, MediaId item) {
        Map<Long, Double> scores = new HashMap<>();
        int own = RelatedStore.genresOf(tx, item);
        RelatedStore.genresShared(tx, item)
                .forEach((other, genres) -> scores.merge(other, GENRE_WEIGHT * jaccard(own, genres), Double::sum));
        RelatedStore.personsShared(tx, item)
                .forEach((other, count) -> scores.merge(other, (double) count, Double::sum));
        RelatedStore.usersShared(tx, item).forEach((other, users) -> scores.merge(other, (double) users, Double::sum));
        return scores;
    }

    private static double jaccard(int own, SharedGenres genres) {
        return (double) genres.shared() / (own + genres.all() - genres.shared());
    }

    private static Collection<Long> inOrder(Map<Long, Integer> votes, List<Long> relatedBySource) {
        Map<Long, Integer> ranks = new HashMap<>();
        relatedBySource.forEach(other -> ranks.putIfAbsent(other, ranks.size()));
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(vote -> ranks.getOrDefault(vote.getKey(), relatedBySource.size()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
