package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.rating.Opinion;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Score;
import dev.spoolmark.wire.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A rating as v1 speaks of it: `love`, `hate`, 1 to 10, and `unrate` or 0 to take it back (`rate.md`).
///
/// @param score null to take it back
record V1Rating(@Nullable Score score) {

    private static final V1Rating WITHDRAWN = new V1Rating(null);

    /// What was said, or empty when it is none of the words and numbers there are.
    static Optional<V1Rating> of(@Nullable Scalar sent) {
        String word = V1Values.text(sent).orElse("").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "love" -> Optional.of(new V1Rating(Score.LOVE));
            case "hate" -> Optional.of(new V1Rating(Score.HATE));
            case "unrate" -> Optional.of(WITHDRAWN);
            default -> ofNumber(V1Values.number(sent));
        };
    }

    private static Optional<V1Rating> ofNumber(OptionalInt number) {
        if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > Score.HIGHEST) {
            return Optional.empty();
        }
        int value = number.getAsInt();
        return Optional.of(value == 0 ? WITHDRAWN : new V1Rating(new Score(value)));
    }

    boolean withdraws() {
        return score == null;
    }

    Opinion about(MediaId item) {
        return new Opinion(item, score);
    }

    /// `love`, `hate`, or false where there is no score.
    static Object word(@Nullable Score score) {
        return score == null ? false : score.isLove() ? "love" : "hate";
    }

    /// 1 to 10, or 0 where there is no score.
    static int number(@Nullable Score score) {
        return score == null ? 0 : score.value();
    }

    static V1Object totals(RatingTotals totals) {
        return new V1Object()
                .put("percentage", totals.percentage())
                .put("votes", totals.votes())
                .put("loved", totals.loved())
                .put("hated", totals.hated());
    }
}
