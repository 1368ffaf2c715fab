package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Score;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A rating in a request: `love`, `hate`, 1 to 10, and `unrate` or 0 to remove it
/// (`docs/spec/v1/conventions.md#ratings`).
///
/// @param score null to remove the rating
public record V1Rating(@Nullable Score score) {

    private static final V1Rating REMOVED = new V1Rating(null);

    /// The parsed rating, or empty if the value is not a rating.
    public static Optional<V1Rating> of(@Nullable LenientValue value) {
        String text = V1Values.text(value).orElse("").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "love" -> Optional.of(new V1Rating(Score.LOVE));
            case "hate" -> Optional.of(new V1Rating(Score.HATE));
            case "unrate" -> Optional.of(REMOVED);
            default -> ofNumber(V1Values.number(value));
        };
    }

    private static Optional<V1Rating> ofNumber(OptionalInt number) {
        if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > Score.HIGHEST) {
            return Optional.empty();
        }
        int value = number.getAsInt();
        return Optional.of(value == 0 ? REMOVED : new V1Rating(new Score(value)));
    }

    public boolean removes() {
        return score == null;
    }

    public RatingChange about(MediaId item) {
        return new RatingChange(item, score);
    }

    /// `love`, `hate`, or false without a score.
    public static Object loveOrHate(@Nullable Score score) {
        return score == null ? false : score.isLove() ? "love" : "hate";
    }

    /// 1 to 10, or 0 without a score.
    public static int number(@Nullable Score score) {
        return score == null ? 0 : score.value();
    }

    public static JsonObject totals(RatingTotals totals) {
        return new JsonObject()
                .put("percentage", totals.percentage())
                .put("votes", totals.votes())
                .put("loved", totals.loved())
                .put("hated", totals.hated());
    }
}
