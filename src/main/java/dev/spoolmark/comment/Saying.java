package dev.spoolmark.comment;

import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.WrittenText;
import java.util.regex.Pattern;

/// The words of a comment, and what they are: a shout, or a review of 200 words and more.
///
/// @param text without control characters and without blanks around it; never one of which nothing can be seen
/// @param spoiler whether all of it gives something away
public record Saying(String text, boolean spoiler, boolean review) {

    private static final int WORDS_OF_REVIEW = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Saying {
        text = WrittenText.lines(text);
        refuseIf(text.isEmpty(), "a comment cannot be empty");
        refuseIf(
                text.codePointCount(0, text.length()) > Bounds.COMMENT,
                "a comment has at most " + Bounds.COMMENT + " characters");
    }

    /// What somebody sent. What they call a review and is too short for one is a shout (`decisions.md` 3).
    public static Saying of(String sent, boolean spoiler, boolean asReview) {
        String text = WrittenText.lines(sent);
        return new Saying(text, spoiler, asReview && isLong(text));
    }

    private static boolean isLong(String text) {
        return BLANKS.splitAsStream(text).limit(WORDS_OF_REVIEW).count() == WORDS_OF_REVIEW;
    }

    private static void refuseIf(boolean wrong, String reason) {
        if (wrong) {
            throw new Refusal(new Problem.NotAllowed(reason));
        }
    }
}
