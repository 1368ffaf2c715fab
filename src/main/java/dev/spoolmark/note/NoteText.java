package dev.spoolmark.note;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;

/// The text of a note.
///
/// @param text 1 to 500 code points, without control characters and surrounding spaces; a line break is one of them
/// @param spoiler whether the text is a spoiler
public record NoteText(String text, boolean spoiler) {

    /// @throws ProblemException with [Problem.NotAllowed] for an empty text or one of more than 500 code points
    public NoteText {
        text = WrittenText.lines(text).replace("\r\n", "\n");
        if (text.isEmpty()) {
            throw new ProblemException(new Problem.NotAllowed("a note cannot be empty"));
        }
        if (!isShort(text)) {
            throw new ProblemException(
                    new Problem.NotAllowed("a note has at most " + ValueLimits.NOTE + " characters"));
        }
    }

    private static boolean isShort(String text) {
        return text.codePointCount(0, text.length()) <= ValueLimits.NOTE;
    }
}
