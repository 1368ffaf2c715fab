package dev.spoolmark.rating;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;

/// What someone thought of a thing, from 1 to 10. Six and above is love, the rest is hate
/// (`docs/spec/v1/conventions.md#ratings`).
///
/// @param value 1 to 10; anything else refuses
public record Score(int value) implements Comparable<Score> {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 10;
    private static final int LOVED_FROM = 6;

    /// What a plain "love" is kept as, and the most that can be given.
    public static final Score LOVE = new Score(HIGHEST);

    /// What a plain "hate" is kept as, and the least that can be given.
    public static final Score HATE = new Score(LOWEST);

    /// The least that is love.
    public static final Score MIN_LOVE = new Score(LOVED_FROM);

    /// The most that is hate.
    public static final Score MAX_HATE = new Score(LOVED_FROM - 1);

    public Score {
        if (value < LOWEST || value > HIGHEST) {
            throw new ProblemException(new Problem.Invalid("rating"));
        }
    }

    public boolean isLove() {
        return value >= LOVED_FROM;
    }

    @Override
    public int compareTo(Score other) {
        return Integer.compare(value, other.value);
    }
}
