package dev.spoolmark.lists;

import dev.spoolmark.core.AsciiNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The position of an entry of a list in its order, by which the next page is found.
public record ListPosition(int rank, long entry) {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,9})_([0-9]{1,16})");

    static ListPosition of(ListEntry entry) {
        return new ListPosition(entry.rank(), entry.id());
    }

    /// The form in an address: `12_345`.
    public String text() {
        return rank + "_" + entry;
    }

    /// Empty for any other text.
    public static Optional<ListPosition> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new ListPosition(AsciiNumber.parseInt(parts.group(1)), AsciiNumber.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
