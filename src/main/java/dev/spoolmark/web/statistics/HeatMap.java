package dev.spoolmark.web.statistics;

import dev.spoolmark.stats.viewing.PeriodStatistics;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;

/// The plays of each hour of each weekday: a drawing of 24 columns and 7 rows, with the same numbers for a table.
///
/// @param summary for screen readers
/// @param days in the order of the week of the user
public record HeatMap(String summary, List<HeatDay> days) {

    /// Columns of the drawing.
    public static final int HOURS = 24;

    /// The strongest of the tones; 0 is for no play.
    static final int LEVELS = 5;

    private static final int DAYS = 7;

    public HeatMap {
        days = List.copyOf(days);
    }

    /// @param label short name
    /// @param row from 0
    public record HeatDay(String label, String name, int row, List<HeatCell> cells) {

        public HeatDay {
            cells = List.copyOf(cells);
        }
    }

    /// @param hour 0 to 23
    /// @param level of the tone, 0 to [#LEVELS]
    /// @param hint for a pointer
    public record HeatCell(int hour, String plays, int level, String hint) {}

    static HeatMap of(PeriodStatistics statistics, DayOfWeek firstDay, StatisticsTexts texts) {
        int highest =
                statistics.hours().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<HeatDay> days = IntStream.range(0, DAYS)
                .mapToObj(row -> day(statistics, firstDay.plus(row), row, highest, texts))
                .toList();
        return new HeatMap(summary(statistics, highest, texts), days);
    }

    private static HeatDay day(
            PeriodStatistics statistics, DayOfWeek day, int row, int highest, StatisticsTexts texts) {
        List<HeatCell> cells = IntStream.range(0, HOURS)
                .mapToObj(hour -> cell(statistics.playsAt(day, hour), day, hour, highest, texts))
                .toList();
        return new HeatDay(texts.shortDay(day), texts.day(day), row, cells);
    }

    private static HeatCell cell(int plays, DayOfWeek day, int hour, int highest, StatisticsTexts texts) {
        int level = plays == 0 ? 0 : Math.max(1, (int) Math.ceil((double) LEVELS * plays / highest));
        String hint = texts.text().get("stats.hour", texts.day(day), hourText(hour), texts.plays(plays));
        return new HeatCell(hour, texts.number(plays), level, hint);
    }

    private static String summary(PeriodStatistics statistics, int highest, StatisticsTexts texts) {
        if (highest == 0) {
            return texts.text().get("stats.heat.none");
        }
        int most = statistics.hours().indexOf(highest);
        DayOfWeek day = DayOfWeek.of(most / HOURS + 1);
        return texts.text().get("stats.heat.summary", texts.day(day), hourText(most % HOURS), texts.plays(highest));
    }

    /// `09:00`.
    static String hourText(int hour) {
        return (hour < 10 ? "0" : "") + hour + ":00";
    }
}
