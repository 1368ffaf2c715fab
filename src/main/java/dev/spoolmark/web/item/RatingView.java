package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.RatingScale;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.rating.Score;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The form for the rating of an item on the scale of the user: a button for each value.
///
/// @param key names the item in forms
/// @param current the rating in words; empty if there is none
public record RatingView(String key, List<RatingOption> options, String current) {

    private static final int STEPS = 10;
    private static final int STARS = 5;
    private static final int PER_STAR = 2;

    public RatingView {
        options = List.copyOf(options);
    }

    /// A value of the scale.
    ///
    /// @param score 1 to 10, as it is stored
    /// @param text on the button
    /// @param name for screen readers
    public record RatingOption(int score, String text, String name, boolean isCurrent) {}

    public boolean isRated() {
        return !current.isEmpty();
    }

    /// @param score null if the user has not rated the item
    public static RatingView of(Layout layout, RatingScale scale, MediaId item, @Nullable Score score) {
        List<Integer> scores = scores(scale);
        int own = score == null ? 0 : nearest(scale, score.value());
        return new RatingView(
                ItemFormKeys.of(item),
                scores.stream()
                        .map(value -> new RatingOption(
                                value,
                                text(layout, scale, value),
                                words(layout.text(), scale, text(layout, scale, value)),
                                value == own))
                        .toList(),
                own == 0 ? "" : words(layout.text(), scale, text(layout, scale, own)));
    }

    /// The stored scores of the values of a scale, lowest first, with spaces between them; for scripts.
    public static String scoreTexts(RatingScale scale) {
        return scores(scale).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /// A score on the scale of the viewer: `4½ of 5 stars`.
    public static String inWords(Layout layout, Score score) {
        Account viewer = layout.viewer();
        RatingScale scale =
                viewer == null ? RatingScale.TEN : viewer.preferences().pages().ratingScale();
        int shown = nearest(scale, score.value());
        return words(layout.text(), scale, text(layout, scale, shown));
    }

    /// The stored scores of the values of a scale, lowest first.
    private static List<Integer> scores(RatingScale scale) {
        return switch (scale) {
            case TEN, HUNDRED, FIVE_HALVES ->
                IntStream.rangeClosed(1, STEPS).boxed().toList();
            case FIVE ->
                IntStream.rangeClosed(1, STARS)
                        .mapToObj(stars -> stars * PER_STAR)
                        .toList();
            case THUMBS -> List.of(Score.LOWEST, Score.HIGHEST);
        };
    }

    /// The value of the scale that shows a stored score, rounded up.
    private static int nearest(RatingScale scale, int score) {
        return switch (scale) {
            case TEN, HUNDRED, FIVE_HALVES -> score;
            case FIVE -> score + score % PER_STAR;
            case THUMBS -> new Score(score).isLove() ? Score.HIGHEST : Score.LOWEST;
        };
    }

    private static String text(Layout layout, RatingScale scale, int score) {
        return switch (scale) {
            case TEN -> layout.formats().number(score);
            case HUNDRED -> layout.formats().number((long) score * STEPS);
            case FIVE -> layout.formats().number(score / PER_STAR);
            case FIVE_HALVES ->
                score % PER_STAR == 0
                        ? layout.formats().number(score / PER_STAR)
                        : score == 1 ? "½" : layout.formats().number(score / PER_STAR) + "½";
            case THUMBS -> layout.t(score == Score.LOWEST ? "rating.down" : "rating.up");
        };
    }

    private static String words(Texts texts, RatingScale scale, String text) {
        return switch (scale) {
            case TEN -> texts.get("rating.of_ten", text);
            case HUNDRED -> texts.get("rating.of_hundred", text);
            case FIVE, FIVE_HALVES -> texts.get("rating.of_five", text);
            case THUMBS -> text;
        };
    }
}
