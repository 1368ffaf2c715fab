package dev.spoolmark.metadata.imdb;

import dev.spoolmark.core.AsciiNumber;

/// Parses the numbers of the files: digits only.
final class TsvNumbers {

    private static final int MAX_DIGITS = 9;

    private TsvNumbers() {}

    static int parse(String text) {
        if (!digits(text, 0) || text.length() > MAX_DIGITS) {
            throw new InvalidRowException("\"" + shortened(text) + "\" is no number");
        }
        return AsciiNumber.parseInt(text);
    }

    /// @return the number of an id such as `tt0372784` or `nm0000288`
    static long ofId(String id, String letters) {
        if (id.length() < 9 || id.length() > 12 || !id.startsWith(letters) || !digits(id, 2)) {
            throw new InvalidRowException("\"" + shortened(id) + "\" is no id");
        }
        return Long.parseLong(id, 2, id.length(), 10);
    }

    private static boolean digits(String text, int from) {
        return text.length() > from && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, text.offsetByCodePoints(0, 10)) + "...";
    }
}
