package dev.spoolmark.metadata.jsonl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a catalogue file is written.
public enum CatalogFileFormat {

    /// JSON Lines of our own, one item a line.
    SPOOLMARK,

    /// What TVmaze answers to `/shows`, `/shows/:id?embed=episodes` and `/shows/:id/episodes`.
    TVMAZE;

    /// The word for it on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CatalogFileFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(word))
                .findFirst();
    }
}
