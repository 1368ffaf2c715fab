package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.TextFolding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses the year in brackets at the end of a title: `Doctor Who (2005)`, `[2005]`, `(2005-)`,
/// `(2005-2022)`.
public final class TitleYearParser {

    private static final Pattern AT_END =
            Pattern.compile("(?<=\\S) *[(\\[] *([0-9]{4}) *(?:- *(?:[0-9]{4} *)?)?[)\\]]$");

    private TitleYearParser() {}

    static @Nullable public Integer of(@Nullable String title) {
        if (title == null || !mayEndInBracket(title)) {
            return null;
        }
        Matcher found = AT_END.matcher(TextFolding.fold(title));
        return found.find() ? InputCleaner.year(AsciiNumber.parseInt(found.group(1))) : null;
    }

    /// @param folded a [folded title][TextFolding]
    static String without(String folded) {
        if (!mayEndInBracket(folded)) {
            return folded;
        }
        Matcher found = AT_END.matcher(folded);
        return found.find() ? folded.substring(0, found.start()) : folded;
    }

    /// Called for every title of every request; few end in a bracket.
    private static boolean mayEndInBracket(String title) {
        for (int at = title.length() - 1; at >= 0; at--) {
            char last = title.charAt(at);
            if (!Character.isWhitespace(last) && !Character.isSpaceChar(last)) {
                return last == ')' || last == ']' || last == '\uff09' || last == '\uff3d';
            }
        }
        return false;
    }
}
