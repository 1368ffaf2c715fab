package dev.spoolmark.activity;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;

/// Notes of users on the entries of their lists, of the watchlist and of the favourites.
public final class ItemNote {

    private ItemNote() {}

    /// A note as it is stored; empty for none.
    ///
    /// @throws ProblemException with [Problem.Invalid] if it has more than 500 characters
    public static String clean(String note) {
        String text = WrittenText.lines(note);
        if (text.codePointCount(0, text.length()) > ValueLimits.LIST_NOTE) {
            throw new ProblemException(new Problem.Invalid("note"));
        }
        return text;
    }
}
