package dev.spoolmark.rating;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The ratings of an item by all users.
///
/// @param distribution the number of ratings with each score, from 1 to 10
public record RatingTotals(List<Integer> distribution) {

    /// Nobody has rated it.
    public static final RatingTotals NONE =
            new RatingTotals(IntStream.range(0, Score.HIGHEST).mapToObj(n -> 0).toList());

    public RatingTotals {
        distribution = List.copyOf(distribution);
    }

    public int votes() {
        return distribution.stream().mapToInt(Integer::intValue).sum();
    }

    public int loved() {
        return scores().filter(score -> score.isLove()).mapToInt(this::votesFor).sum();
    }

    public int hated() {
        return votes() - loved();
    }

    /// The number of ratings with this score.
    public int votesFor(Score score) {
        return distribution.get(score.value() - 1);
    }

    /// 0 to 100. While all votes are plain love or hate it is the share of love; else ten times the mean, as
    /// recorded (`docs/spec/v1/conventions.md#ratings`: 158 loved of 167 gave 83).
    public int percentage() {
        int votes = votes();
        if (votes == 0) {
            return 0;
        }
        boolean onlyLoveAndHate = votesFor(Score.LOVE) + votesFor(Score.HATE) == votes;
        double share = onlyLoveAndHate ? 100.0 * loved() / votes : 10.0 * sum() / votes;
        return (int) Math.round(share);
    }

    private int sum() {
        return scores().mapToInt(score -> score.value() * votesFor(score)).sum();
    }

    private static Stream<Score> scores() {
        return IntStream.rangeClosed(Score.LOWEST, Score.HIGHEST).mapToObj(Score::new);
    }
}
