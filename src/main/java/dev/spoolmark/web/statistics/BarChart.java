package dev.spoolmark.web.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns, with the same numbers for a table.
///
/// @param id identifies the chart in the page
/// @param title heading
/// @param summary for screen readers
/// @param header heading of the first column of the table
/// @param hasTime whether the table has a column with durations
public record BarChart(String id, String title, String summary, String header, boolean hasTime, List<Bar> bars) {

    /// Height of the drawing, without unit.
    public static final int HEIGHT = 100;

    private static final int STEP = 10;
    private static final int GAP = 2;

    /// A chart has room for as many columns at least.
    private static final int FEWEST = 10;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /// A column before it has a place.
    ///
    /// @param label below the column, short or empty
    /// @param name in the table
    /// @param time in words; empty if it is unknown
    /// @param path where the table leads, or null
    record Value(
            String label,
            String name,
            long value,
            String text,
            String time,
            @Nullable String path) {}

    /// A column; the lowest is drawn with one unit if its value is not zero.
    public record Bar(
            String label,
            String name,
            String text,
            String time,
            @Nullable String path,
            int x,
            int y,
            int width,
            int height) {

        /// For a pointer.
        public String hint() {
            return time.isEmpty() ? name + ": " + text : name + ": " + text + " · " + time;
        }
    }

    /// Width of the drawing, without unit.
    public int width() {
        return (bars.size() + padding()) * STEP;
    }

    /// The number of columns that are left free, so that few ones are not wide.
    public int padding() {
        return Math.max(0, FEWEST - bars.size());
    }

    static List<Bar> bars(List<Value> values) {
        long highest = Math.max(1, values.stream().mapToLong(Value::value).max().orElse(0));
        List<Bar> bars = new ArrayList<>();
        for (Value value : values) {
            int height = value.value() == 0 ? 0 : (int) Math.max(1, HEIGHT * value.value() / highest);
            bars.add(new Bar(
                    value.label(),
                    value.name(),
                    value.text(),
                    value.time(),
                    value.path(),
                    bars.size() * STEP + GAP / 2,
                    HEIGHT - height,
                    STEP - GAP,
                    height));
        }
        return bars;
    }
}
