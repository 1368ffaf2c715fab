package dev.spoolmark.transfer.format.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the values of a table say about its dates and ratings, and whether only the user can know.
final class TableScan {

    private static final int MONTHS = 12;
    private static final int FIVE = 5;
    private static final int TEN = 10;

    private static final List<TableField> DATES =
            List.of(TableField.WATCHED_AT, TableField.WATCHED, TableField.RATED_AT, TableField.WATCHLISTED_AT);

    private final TableMapping mapping;
    private final boolean isOfTen;
    private String date = "";
    private int highestFirst;
    private int highestSecond;
    private double highestScore;
    private String score = "";
    private boolean hasHalves;

    private TableScan(TableMapping mapping, boolean isOfTen) {
        this.mapping = mapping;
        this.isOfTen = isOfTen;
    }

    /// Reads the whole file, unless no column needs it.
    ///
    /// @param isOfTen whether ratings are known to be on a scale to 10
    static TableScan of(TableSource source, TableMapping mapping, boolean isOfTen) {
        TableScan scan = new TableScan(mapping, isOfTen);
        if (mapping.has(TableField.RATING) || DATES.stream().anyMatch(mapping::has)) {
            source.forEach(Integer.MAX_VALUE, scan::add);
        }
        return scan;
    }

    private void add(TableRow row) {
        for (TableField field : DATES) {
            addDate(mapping.cell(row, field));
        }
        String cell = mapping.cell(row, TableField.RATING);
        double number = TableScores.plain(cell);
        hasHalves |= number % 1 != 0;
        if (number > highestScore) {
            highestScore = number;
            score = cell;
        }
    }

    private void addDate(String cell) {
        int @Nullable [] numbers = TableDates.dayAndMonth(cell);
        if (numbers != null) {
            date = date.isEmpty() ? cell : date;
            highestFirst = Math.max(highestFirst, numbers[0]);
            highestSecond = Math.max(highestSecond, numbers[1]);
        }
    }

    /// Whether all dates could be read in either order.
    boolean hasUnclearDates() {
        return !date.isEmpty() && highestFirst <= MONTHS && highestSecond <= MONTHS;
    }

    /// The first date with two numbers that may be the day; empty if there is none.
    String date() {
        return date;
    }

    /// The order that fits the dates; the day first if both do.
    TableDateOrder dateOrder() {
        return highestSecond > MONTHS && highestFirst <= MONTHS
                ? TableDateOrder.MONTH_DAY_YEAR
                : TableDateOrder.DAY_MONTH_YEAR;
    }

    /// Whether ratings could be on a scale to 5 or to 10.
    boolean hasUnclearScores() {
        return !isOfTen && highestScore > 0 && highestScore <= FIVE;
    }

    /// The highest rating as it is written; empty if there is none.
    String score() {
        return score;
    }

    /// The highest value of the scale that fits the ratings; 5 if both could and some are halves.
    int highestOfScale() {
        if (highestScore > TEN && !isOfTen) {
            return TableScores.HUNDRED;
        }
        return hasUnclearScores() && hasHalves ? FIVE : TEN;
    }
}
