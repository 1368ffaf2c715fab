package dev.spoolmark.web.admin;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.web.PageRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ids in addresses of pages.
final class PathNumber {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");

    private PathNumber() {}

    /// @throws dev.spoolmark.core.ProblemException with `NotFound` if the segment is no number
    static long of(PageRequest request, String variable) {
        return parse(request.variable(variable)).orElseThrow(() -> AdminRequest.notFound("page"));
    }

    /// Empty if the text is no number.
    static Optional<Long> parse(String text) {
        return DIGITS.matcher(text).matches() ? Optional.of(AsciiNumber.parseLong(text)) : Optional.empty();
    }
}
