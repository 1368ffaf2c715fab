package dev.spoolmark.web.settings;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.regex.Pattern;

/// Ids in addresses.
final class PathIds {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private PathIds() {}

    /// @throws ProblemException with [Problem.NotFound] if it is no number
    static long parse(String segment) {
        if (!NUMBER.matcher(segment).matches()) {
            throw new ProblemException(new Problem.NotFound(segment));
        }
        return AsciiNumber.parseLong(segment);
    }
}
