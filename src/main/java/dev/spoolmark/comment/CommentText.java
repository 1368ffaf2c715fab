package dev.spoolmark.comment;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import java.util.regex.Pattern;

/// The text of a comment and its type: a shout, or a review of at least 200 words.
///
/// @param text without control characters and surrounding spaces; has at least one visible character
/// @param spoiler whether the whole text is a spoiler
public record CommentText(String text, boolean spoiler, boolean review) {

    private static final int WORDS_OF_REVIEW = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public CommentText {
        text = WrittenText.lines(text);
        rejectIf(text.isEmpty(), "a comment cannot be empty");
        rejectIf(
                text.codePointCount(0, text.length()) > ValueLimits.COMMENT,
                "a comment has at most " + ValueLimits.COMMENT + " characters");
    }

    /// A text from a client. A review that is too short is stored as a shout (`docs/spec/v1/comment.md`).
    public static CommentText of(String body, boolean spoiler, boolean asReview) {
        String text = WrittenText.lines(body);
        return new CommentText(text, spoiler, asReview && isLong(text));
    }

    private static boolean isLong(String text) {
        return BLANKS.splitAsStream(text).limit(WORDS_OF_REVIEW).count() == WORDS_OF_REVIEW;
    }

    private static void rejectIf(boolean wrong, String reason) {
        if (wrong) {
            throw new ProblemException(new Problem.NotAllowed(reason));
        }
    }
}
