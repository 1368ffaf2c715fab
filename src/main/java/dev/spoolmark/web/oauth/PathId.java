package dev.spoolmark.web.oauth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.regex.Pattern;

/// Ids of rows in the paths of pages.
final class PathId {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private PathId() {}

    static boolean isValid(String text) {
        return ID.matcher(text).matches();
    }

    /// @throws ProblemException with `NotFound` when the text is no id
    static long parse(String text, String type) {
        if (!isValid(text)) {
            throw new ProblemException(new Problem.NotFound(type));
        }
        return Long.parseLong(text, 10);
    }
}
