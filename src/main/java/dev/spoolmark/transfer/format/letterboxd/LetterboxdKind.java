package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a table of Letterboxd contains.
enum LetterboxdKind {

    /// Viewings at days.
    DIARY,

    REVIEWS,
    RATINGS,

    /// Every film that is marked as watched, at the day when it was marked.
    WATCHED,

    WATCHLIST,

    /// Films that the user likes.
    LIKES,

    /// A list of the user.
    LIST,

    /// A table for the import of Letterboxd, as other programs write it.
    IMPORT,

    /// Watched films, watchlist or likes: they differ only in their names.
    UNCLEAR;

    private static final String URI = "letterboxd uri";
    private static final String LIST_HEAD = "Letterboxd list export";

    /// What a member contains by its columns.
    ///
    /// @return empty if it is no table of Letterboxd
    static Optional<LetterboxdKind> of(ImportFile file, String member) {
        if (file.head(member).stripLeading().startsWith(LIST_HEAD)) {
            return Optional.of(LIST);
        }
        List<String> columns = CsvTable.columns(file, member);
        if (columns.contains(URI)) {
            return Optional.of(ofExport(columns, member.toLowerCase(Locale.ROOT)));
        }
        return isImport(columns) ? Optional.of(IMPORT) : Optional.empty();
    }

    private static LetterboxdKind ofExport(List<String> columns, String path) {
        if (columns.contains("review")) {
            return REVIEWS;
        }
        if (columns.contains("watched date")) {
            return DIARY;
        }
        return columns.contains("rating") ? RATINGS : ofName(path);
    }

    private static LetterboxdKind ofName(String path) {
        String name = ImportFile.lastName(path);
        if (name.contains("watchlist")) {
            return WATCHLIST;
        }
        if (name.contains("watched")) {
            return WATCHED;
        }
        return name.startsWith("films") || path.contains("likes/") ? LIKES : UNCLEAR;
    }

    /// Tables with episodes are for other programs, as Letterboxd has none.
    private static boolean isImport(List<String> columns) {
        return (columns.contains("watcheddate") || columns.contains("rating10"))
                && columns.stream().anyMatch(List.of("title", "name", "tmdbid", "imdbid", "letterboxduri")::contains)
                && columns.stream().noneMatch(List.of("type", "season", "episode")::contains);
    }

    /// The name in answers of the user.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
