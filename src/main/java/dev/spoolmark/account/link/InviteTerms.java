package dev.spoolmark.account.link;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.WrittenText;
import java.time.Duration;

/// The terms of a new invitation.
///
/// @param note for administrators, at most 100 characters; may be empty
/// @param validity more than zero, at most 365 days
/// @param maxUses 1 to 1,000
public record InviteTerms(String note, Duration validity, int maxUses) {

    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int NOTE = 100;
    private static final int MAX_USES = 1_000;

    public InviteTerms {
        note = WrittenText.line(note);
        check(note.codePointCount(0, note.length()) <= NOTE, "note");
        check(validity.isPositive() && validity.compareTo(LONGEST) <= 0, "validity");
        check(maxUses >= 1 && maxUses <= MAX_USES, "uses");
    }

    /// One use within 7 days.
    public static InviteTerms once(String note) {
        return new InviteTerms(note, DEFAULT_VALIDITY, 1);
    }

    private static void check(boolean valid, String field) {
        if (!valid) {
            throw new ProblemException(new Problem.Invalid(field));
        }
    }
}
