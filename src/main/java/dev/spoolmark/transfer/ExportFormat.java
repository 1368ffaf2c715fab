package dev.spoolmark.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an export of a user can be written as. Only [#SPOOLMARK] contains everything.
public enum ExportFormat {

    /// The layout of Trakt with `spoolmark.json`.
    SPOOLMARK("zip"),

    /// Plays, ratings and reviews of movies, for the import page of Letterboxd.
    LETTERBOXD("zip"),

    /// Ratings of items with an IMDb id.
    IMDB("csv"),

    /// Backup files of SeriesGuide.
    SERIESGUIDE("zip"),

    /// One table with plays, ratings, watchlist, items of lists and notes.
    CSV("csv");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /// The name on the command line and in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> find(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }

    public String mediaType() {
        return extension.equals("csv") ? "text/csv; charset=utf-8" : "application/zip";
    }

    /// The end of a file name.
    String extension() {
        return extension;
    }
}
