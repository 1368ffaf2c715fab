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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// What goes with a movie or show: what has its genres and its people, and what those who like it like too.
///
/// The score is three times the share of genres in common, plus the people in common, plus those who watched or
/// liked both when there are two at least; ties go by votes (`docs/spec/v1/movie.md#movierelated`), then as a source
/// has them. What only a source says goes with it comes last. Nothing has to be learned beforehand.
public final class Related {

    private static final int MOST = 10;
    private static final double WEIGHT_OF_GENRES = 3;

    private final Database database;

    public Related(Database database) {
        this.database = database;
    }

    /// At most ten, the best match first.
    public List<MovieId> movies(MovieId movie) {
        return database.read(tx -> best(tx, movie, Set.of(), MovieId::new));
    }

    /// The same without those that this person has watched.
    public List<MovieId> moviesUnwatched(MovieId movie, ProfileView by) {
        return database.read(tx -> best(tx, movie, RelatedStore.watchedBy(tx, by.owner(), Kind.MOVIE), MovieId::new));
    }

    /// At most ten, the best match first.
    public List<ShowId> shows(ShowId show) {
        return database.read(tx -> best(tx, show, Set.of(), ShowId::new));
    }

    /// The same without those of which this person has watched an episode.
    public List<ShowId> showsUnwatched(ShowId show, ProfileView by) {
        return database.read(tx -> best(tx, show, RelatedStore.watchedBy(tx, by.owner(), Kind.SHOW), ShowId::new));
    }

    private static <I extends MediaId> List<I> best(Tx tx, I item, Set<Long> without, LongFunction<I> id) {
        List<I> best = new ArrayList<>();
        List<Long> hinted = RelatedStore.hinted(tx, item);
        for (List<Long> equals : byScore(tx, item, hinted, without).values()) {
            inOrder(RelatedStore.votes(tx, item.kind(), equals), hinted).stream()
                    .limit(MOST - best.size())
                    .forEach(next -> best.add(id.apply(next)));
            if (best.size() == MOST) {
                break;
            }
        }
        return best;
    }

    /// Those of equal score together, the best first: votes are only looked up as far as they decide.
    private static Map<Double, List<Long>> byScore(Tx tx, MediaId item, List<Long> hinted, Set<Long> without) {
        Map<Double, List<Long>> groups = new TreeMap<>(Comparator.reverseOrder());
        Map<Long, Double> scores = scores(tx, item);
        hinted.forEach(other -> scores.putIfAbsent(other, 0.0));
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
                .forEach((other, genres) -> scores.merge(other, WEIGHT_OF_GENRES * jaccard(own, genres), Double::sum));
        RelatedStore.peopleShared(tx, item)
                .forEach((other, people) -> scores.merge(other, (double) people, Double::sum));
        RelatedStore.fansShared(tx, item).forEach((other, fans) -> scores.merge(other, (double) fans, Double::sum));
        return scores;
    }

    private static double jaccard(int own, SharedGenres genres) {
        return (double) genres.shared() / (own + genres.all() - genres.shared());
    }

    private static Collection<Long> inOrder(Map<Long, Integer> votes, List<Long> hinted) {
        Map<Long, Integer> ranks = new HashMap<>();
        hinted.forEach(other -> ranks.putIfAbsent(other, ranks.size()));
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(vote -> ranks.getOrDefault(vote.getKey(), hinted.size()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
