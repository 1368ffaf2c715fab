package dev.spoolmark.transfer.format.imdb;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a table of IMDb contains. Only ratings since 2017 have columns of their own; the others differ in the names of
/// their files, which IMDb and users change.
enum ImdbTableKind {
    WATCHLIST("watchlist"),
    LIST("list"),

    /// The list of check-ins: items with the day when they were watched.
    CHECK_INS("check-ins"),

    RATINGS("ratings");

    private static final String ID = "const";
    private static final List<String> OTHERS =
            List.of("title type", "your rating", "you rated", "date rated", "position", "created");

    private final String key;

    ImdbTableKind(String key) {
        this.key = key;
    }

    /// The name in answers of the user.
    String key() {
        return key;
    }

    static boolean isTable(ImportFile file, String member) {
        List<String> columns = CsvTable.columns(file, member);
        return columns.contains(ID) && columns.stream().anyMatch(OTHERS::contains);
    }

    /// @return empty if neither columns nor name say it
    static Optional<ImdbTableKind> find(ImportFile file, String member) {
        String name = ImportFile.lastName(member).toLowerCase(Locale.ROOT);
        if (name.contains("watchlist")) {
            return Optional.of(WATCHLIST);
        }
        boolean isRatings =
                name.contains("rating") || !CsvTable.columns(file, member).contains("position");
        return isRatings ? Optional.of(RATINGS) : Optional.empty();
    }

    /// The kind by columns, name or answer; without an answer ratings before 2017, and a list since then.
    static ImdbTableKind of(ImportFile file, String member, ImportOptions options) {
        return find(file, member)
                .or(() -> answered(options))
                .orElseGet(() -> CsvTable.columns(file, member).contains("you rated") ? RATINGS : LIST);
    }

    private static Optional<ImdbTableKind> answered(ImportOptions options) {
        String answer = options.answer(ImdbFormat.FILE_KIND).orElse("");
        return List.of(values()).stream()
                .filter(kind -> kind.key.equals(answer))
                .findFirst();
    }
}
