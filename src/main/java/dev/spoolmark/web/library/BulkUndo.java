package dev.spoolmark.web.library;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.web.text.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A change of several entries that a page has made, in the member `changed` of its address, so that the page
/// can offer to undo it. It can only undo changes of the user who opens the address.
///
/// @param at identifies the change
/// @param entries how many were changed
/// @param list the list from which entries were removed, or 0
/// @param target the list to which they were added, or 0
record BulkUndo(Change change, Instant at, int entries, long list, long target) {

    private static final Pattern FORMAT =
            Pattern.compile("([a-z_]{1,20})\\.([0-9]{1,15})\\.([0-9]{1,6})\\.([0-9]{1,16})\\.([0-9]{1,16})");

    /// Kinds of changes.
    enum Change {
        WATCHLIST_REMOVED,
        COLLECTION_REMOVED,
        LIST_REMOVED,
        LIST_MOVED,
        LIST_COPIED,
        TIMES_CHANGED;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Empty for a text that is none.
    static Optional<BulkUndo> parse(String text) {
        Matcher match = FORMAT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Change.values())
                .filter(change -> change.key().equals(match.group(1)))
                .findFirst()
                .map(change -> new BulkUndo(
                        change,
                        Instant.ofEpochMilli(AsciiNumber.parseLong(match.group(2))),
                        AsciiNumber.parseInt(match.group(3)),
                        AsciiNumber.parseLong(match.group(4)),
                        AsciiNumber.parseLong(match.group(5))));
    }

    /// The form in addresses.
    String text() {
        return change.key() + "." + at.toEpochMilli() + "." + entries + "." + list + "." + target;
    }

    /// What was done, in words.
    String message(Texts texts) {
        return texts.count("library.changed." + change.key(), entries);
    }

    /// The address of a page with this change.
    String on(String path) {
        return new PageAddress(path).with("changed", text()).text();
    }
}
