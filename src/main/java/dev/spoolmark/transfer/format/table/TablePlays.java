package dev.spoolmark.transfer.format.table;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which rows are plays, when, and how many.
final class TablePlays {

    static final String UNKNOWN = "unknown";

    private static final Set<String> NO = Set.of("no", "false", "0", "n", "nein", "non");
    private static final int SHORTEST_DATE = 8;

    private final TableSettings settings;
    private final TableMapping mapping;

    TablePlays(TableSettings settings) {
        this.settings = settings;
        this.mapping = settings.mapping();
    }

    /// A row with a time, `watched`, `rewatch` or a number of plays. `unknown` is a time, an empty cell is none.
    boolean isPlay(TableRow row) {
        String watched = mapping.cell(row, TableField.WATCHED);
        if (isNo(watched)) {
            return false;
        }
        return isTime(timeCell(row))
                || CellValues.isTrue(watched)
                || CellValues.isTrue(mapping.cell(row, TableField.REWATCH))
                || plays(row) > 0
                || settings.isWatched();
    }

    static boolean isNo(String cell) {
        return NO.contains(cell.toLowerCase(Locale.ROOT));
    }

    private static boolean isTime(String cell) {
        return !CellValues.isNothing(cell) || cell.equalsIgnoreCase(UNKNOWN);
    }

    /// The column that says whether an item was watched may have dates, too.
    private String timeCell(TableRow row) {
        String at = mapping.cell(row, TableField.WATCHED_AT);
        String watched = mapping.cell(row, TableField.WATCHED);
        return at.isEmpty() && watched.length() >= SHORTEST_DATE ? watched : at;
    }

    /// @return empty if it cannot be read
    Optional<WatchedTime> time(TableRow row) {
        return settings.dates().time(timeCell(row));
    }

    private int plays(TableRow row) {
        Integer plays = CellValues.count(mapping.cell(row, TableField.PLAYS));
        return plays == null ? 0 : plays;
    }

    /// The number of plays in a row; 0 if it is none or its time cannot be read.
    int count(TableRow row) {
        return isPlay(row) && time(row).isPresent() ? Math.max(plays(row), 1) : 0;
    }
}
