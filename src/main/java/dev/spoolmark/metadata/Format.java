package dev.spoolmark.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a catalogue file is written.
public enum Format {

    /// JSON Lines of our own, one item a line.
    SPOOLMARK,

    /// What TVmaze answers to `/shows`, `/shows/:id?embed=episodes` and `/shows/:id/episodes`.
    TVMAZE;

    /// The word for it on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
