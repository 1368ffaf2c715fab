package dev.spoolmark.metadata.jsonl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats of catalog files.
public enum CatalogFileFormat {

    /// JSON Lines of this server, one item per line.
    SPOOLMARK,

    /// Responses of TVmaze to `/shows`, `/shows/:id?embed=episodes` and `/shows/:id/episodes`.
    TVMAZE;

    /// @return the name on the command line
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CatalogFileFormat> of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(text))
                .findFirst();
    }
}
