package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.rating.Score;
import java.util.Locale;
import java.util.Optional;

/// A filter for ratings: `all`, `love`, `hate`, or one number.
public record V1RatingFilter(Score lowest, Score highest) {

    public static V1RatingFilter of(Optional<String> body) {
        return switch (body.orElse("all").toLowerCase(Locale.ROOT)) {
            case "all" -> new V1RatingFilter(Score.HATE, Score.LOVE);
            case "love" -> new V1RatingFilter(Score.MIN_LOVE, Score.LOVE);
            case "hate" -> new V1RatingFilter(Score.HATE, Score.MAX_HATE);
            case String number -> ofNumber(number);
        };
    }

    private static V1RatingFilter ofNumber(String text) {
        int number = new LenientValue(text, true)
                .asInt()
                .orElseThrow(() -> new ProblemException(new Problem.Invalid("rating")));
        Score only = new Score(number);
        return new V1RatingFilter(only, only);
    }
}
