package dev.spoolmark.web.oauth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.regex.Pattern;

/// Numbers of rows in addresses.
final class Numbers {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private Numbers() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// @throws ProblemException with `NotFound` when the text is no number
    static long id(String text, String type) {
        if (!isId(text)) {
            throw new ProblemException(new Problem.NotFound(type));
        }
        return Long.parseLong(text, 10);
    }
}
