package dev.spoolmark.transfer.run;

import java.util.Arrays;
import java.util.Locale;

/// What became of a record. The numbers are stored and never change.
public enum RowOutcome {
    ADDED(1),

    /// A stored value was replaced or completed.
    CHANGED(2),

    /// It repeats what is stored.
    PRESENT(3),

    /// No item was found, or several.
    UNRESOLVED(4),

    SKIPPED(5),

    /// The user has said that the item does not matter.
    IGNORED(6),

    /// Not a record, but something to know about the file.
    WARNING(7);

    private final int number;

    RowOutcome(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static RowOutcome of(int number) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome has the number " + number));
    }

    /// The name in message files and addresses.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
