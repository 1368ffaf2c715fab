package dev.spoolmark.rating;

import java.util.List;
import java.util.stream.IntStream;

/// What everybody together thought of a thing.
///
/// @param distribution how many gave each score, from 1 at the front to 10
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
        return scores().filter(score -> score.isLove()).mapToInt(this::given).sum();
    }

    public int hated() {
        return votes() - loved();
    }

    /// How many gave this score.
    public int given(Score score) {
        return distribution.get(score.value() - 1);
    }

    /// 0 to 100. While all votes are plain love or hate it is the share of love; else ten times the mean, as
    /// recorded (`docs/spec/v1/conventions.md#ratings`: 158 loved of 167 gave 83).
    public int percentage() {
        int votes = votes();
        if (votes == 0) {
            return 0;
        }
        boolean onlyLoveAndHate = given(Score.LOVE) + given(Score.HATE) == votes;
        double share = onlyLoveAndHate ? 100.0 * loved() / votes : 10.0 * sum() / votes;
        return (int) Math.round(share);
    }

    private int sum() {
        return scores().mapToInt(score -> score.value() * given(score)).sum();
    }

    private static java.util.stream.Stream<Score> scores() {
        return IntStream.rangeClosed(Score.LOWEST, Score.HIGHEST).mapToObj(Score::new);
    }
}
