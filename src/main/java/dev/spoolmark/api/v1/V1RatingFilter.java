package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.rating.Score;
import dev.spoolmark.wire.Scalar;
import java.util.Locale;
import java.util.Optional;

/// Which ratings a reader wants: `all`, `love`, `hate`, or one number.
record V1RatingFilter(Score lowest, Score highest) {

    static V1RatingFilter of(Optional<String> sent) {
        return switch (sent.orElse("all").toLowerCase(Locale.ROOT)) {
            case "all" -> new V1RatingFilter(Score.HATE, Score.LOVE);
            case "love" -> new V1RatingFilter(Score.LEAST_LOVE, Score.LOVE);
            case "hate" -> new V1RatingFilter(Score.HATE, Score.MOST_HATE);
            case String number -> ofNumber(number);
        };
    }

    private static V1RatingFilter ofNumber(String text) {
        int number = new Scalar(text, true).wholeInt().orElseThrow(() -> new Refusal(new Problem.Invalid("rating")));
        Score only = new Score(number);
        return new V1RatingFilter(only, only);
    }
}
