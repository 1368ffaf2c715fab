package dev.spoolmark.transfer.format.table;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a table is read: by the answers of the user, or else by its columns and values.
///
/// @param highest of the scale of ratings that do not name theirs: 5, 10 or 100
/// @param rowsAre what a row is that says nothing about its item; empty if other columns say it
/// @param name of the file without its extension, the list of rows that are one
record TableSettings(TableMapping mapping, TableDates dates, int highest, String rowsAre, String name) {

    static final String WATCHED = "watched";
    static final String WATCHLIST = "watchlist";
    static final String LIST = "list";
    static final List<String> ROWS = List.of(WATCHED, WATCHLIST, LIST);
    static final List<String> SCALES = List.of("5", "10", "100");

    private static final int FIVE = 5;

    static TableSettings of(ImportFile file, TableSource source, ImportOptions options) {
        TableMapping mapping = mapping(source.columns(), options);
        TableScan scan = TableScan.of(source, mapping, isOfTen(source.columns(), mapping));
        TableDateOrder order = options.answer(GenericFormat.DATE_ORDER)
                .flatMap(TableDateOrder::find)
                .orElseGet(scan::dateOrder);
        int highest = options.answer(GenericFormat.RATING_SCALE)
                .filter(SCALES::contains)
                .map(AsciiNumber::parseInt)
                .orElseGet(scan::highestOfScale);
        String rows = mapping.hasStatement()
                ? ""
                : options.answer(GenericFormat.ROWS_ARE).filter(ROWS::contains).orElse("");
        String member = ImportFile.lastName(file.members().getFirst());
        String name = member.contains(".") ? member.substring(0, member.lastIndexOf('.')) : member;
        return new TableSettings(
                mapping, new TableDates(order, options.zone()), highest, rows, name.isBlank() ? member : name);
    }

    /// The columns as the user has answered, or as their names say.
    static TableMapping mapping(List<String> columns, ImportOptions options) {
        return options.answer(GenericFormat.COLUMNS)
                .filter(answer -> !answer.isBlank())
                .map(answer -> TableMapping.parse(answer, columns))
                .orElseGet(() -> TableMapping.guess(columns));
    }

    /// The template of this server and the table that Trakt imports have ratings to 10.
    static boolean isOfTen(List<String> columns, TableMapping mapping) {
        return TableField.normal(mapping.column(TableField.RATING)).equals("rating10")
                || columns.containsAll(List.of("imdb_id", "tmdb_id", "watched_at", "watchlisted_at", "rated_at"));
    }

    boolean isWatched() {
        return rowsAre.equals(WATCHED);
    }

    /// A time, also one that is unknown or cannot be read, or `yes`.
    boolean isOnWatchlist(TableRow row) {
        String cell = mapping.cell(row, TableField.WATCHLISTED_AT);
        boolean isNamed = !CellValues.isNothing(cell) || cell.equalsIgnoreCase(TablePlays.UNKNOWN);
        return rowsAre.equals(WATCHLIST) || (isNamed && !TablePlays.isNo(cell));
    }

    /// The list of a row; empty for none.
    String list(TableRow row) {
        return rowsAre.equals(LIST) ? name : mapping.cell(row, TableField.LIST);
    }

    /// Whether a cell is empty, says that there is no rating, or is 0.
    boolean isNoScore(String cell) {
        return CellValues.isNothing(cell) || cell.matches("0+(?:[.,]0+)?(?:\\s*/\\s*\\d+)?");
    }

    /// A score from 1 to 10; null if neither cell can be read.
    ///
    /// @param stars on a scale to 5
    @Nullable
    Double score(String cell, String stars) {
        Double score = TableScores.score(cell, highest);
        return score == null ? TableScores.score(stars, FIVE) : score;
    }
}
