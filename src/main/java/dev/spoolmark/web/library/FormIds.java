package dev.spoolmark.web.library;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.regex.Pattern;

/// Numbers that forms and addresses identify rows by.
final class FormIds {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");

    private FormIds() {}

    /// @throws ProblemException with [Problem.Invalid] if it is no number
    static long parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new ProblemException(new Problem.Invalid("id"));
        }
        return AsciiNumber.parseLong(text);
    }

    /// @throws ProblemException with [Problem.NotFound] if it is no number
    static long ofPath(String segment) {
        if (!NUMBER.matcher(segment).matches()) {
            throw new ProblemException(new Problem.NotFound("page"));
        }
        return AsciiNumber.parseLong(segment);
    }
}
