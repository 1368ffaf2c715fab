package dev.spoolmark.transfer.run;

import java.util.Arrays;
import java.util.Locale;

/// Where an import stands. The numbers are stored and never change.
public enum ImportStatus {

    /// The file is here and waits for the user.
    UPLOADED(1),

    QUEUED(2),
    RUNNING(3),
    FINISHED(4),

    /// The file could not be read to its end. What was read before is imported.
    FAILED(5),

    /// The user has stopped it. What was read before is imported.
    STOPPED(6),

    /// What it has added is being removed.
    UNDOING(7),

    UNDONE(8),

    /// Given up before it has begun.
    DISCARDED(9);

    private final int number;

    ImportStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static ImportStatus of(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status has the number " + number));
    }

    /// Whether a server works on it, or will.
    public boolean isActive() {
        return this == QUEUED || this == RUNNING || this == UNDOING;
    }

    /// Whether what it has added can be removed.
    public boolean isUndoable() {
        return this == FINISHED || this == FAILED || this == STOPPED;
    }

    /// The name in message files.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
