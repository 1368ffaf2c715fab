package dev.spoolmark.web.statistics;

import dev.spoolmark.stats.viewing.DayCount;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.PlayCount;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.web.statistics.BarChart.Value;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The charts of statistics.
final class StatisticsCharts {

    /// Below a chart there is room for about as many labels.
    private static final int LABELS = 12;

    private static final int FIFTH_DAY = 5;

    private final StatisticsOwner owner;
    private final PeriodStatistics statistics;
    private final StatisticsTexts texts;

    StatisticsCharts(StatisticsOwner owner, PeriodStatistics statistics, StatisticsTexts texts) {
        this.owner = owner;
        this.statistics = statistics;
        this.texts = texts;
    }

    /// The years, months or days of the period; null without plays at a known time.
    @Nullable
    BarChart spans() {
        List<DayCount> spans = statistics.spans();
        if (spans.isEmpty()) {
            return null;
        }
        String kind = switch (statistics.period()) {
            case AllTime _ -> "years";
            case OfYear _ -> "months";
            case OfMonth _ -> "days";
        };
        List<Value> values = new ArrayList<>();
        int step = (spans.size() + LABELS - 1) / LABELS;
        for (DayCount span : spans) {
            values.add(span(span, values.size() % step == 0));
        }
        return chart("by-" + kind, kind, values, true);
    }

    private Value span(DayCount span, boolean hasLabel) {
        LocalDate day = span.day();
        PlayCount count = span.count();
        return switch (statistics.period()) {
            case AllTime _ -> {
                String year = Integer.toString(day.getYear());
                yield value(hasLabel ? year : "", year, count, path(count, owner.path(new OfYear(day.getYear()))));
            }
            case OfYear _ ->
                value(
                        texts.shortMonth(day.getMonth()),
                        texts.month(day.getMonth()),
                        count,
                        path(count, owner.path(new OfMonth(YearMonth.from(day)))));
            case OfMonth _ -> {
                boolean isFifth = day.getDayOfMonth() == 1 || day.getDayOfMonth() % FIFTH_DAY == 0;
                String label = isFifth ? Integer.toString(day.getDayOfMonth()) : "";
                yield value(label, texts.formats().date(day), count, history(count, day));
            }
        };
    }

    private @Nullable String history(PlayCount count, LocalDate day) {
        return owner.own() && count.plays() > 0 ? "/history?from=" + day + "&to=" + day : null;
    }

    private static @Nullable String path(PlayCount count, String path) {
        return count.plays() > 0 ? path : null;
    }

    /// January to December over all years; null for other periods, whose months are in [#spans].
    @Nullable
    BarChart months() {
        if (!(statistics.period() instanceof AllTime) || statistics.spans().isEmpty()) {
            return null;
        }
        List<Value> values = new ArrayList<>();
        for (Month month : Month.values()) {
            PlayCount count = statistics.months().get(month.getValue() - 1);
            values.add(value(texts.shortMonth(month), texts.month(month), count, null));
        }
        return chart("by-month", "month", values, true);
    }

    /// The ratings of the user; null without ratings, or if the viewer may not see them.
    @Nullable
    BarChart ratings() {
        int sum = statistics.ratings().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0 || !owner.showsRatings()) {
            return null;
        }
        List<Value> values = new ArrayList<>();
        for (int score = 1; score <= statistics.ratings().size(); score++) {
            int count = statistics.ratings().get(score - 1);
            String name = texts.number(score);
            values.add(new Value(name, name, count, texts.text().count("stats.ratings", count), "", null));
        }
        return chart("ratings", "ratings", values, false);
    }

    private Value value(String label, String name, PlayCount count, @Nullable String path) {
        String time = count.minutes() == 0 ? "" : texts.duration(count.minutes());
        return new Value(label, name, count.plays(), texts.plays(count.plays()), time, path);
    }

    private BarChart chart(String id, String kind, List<Value> values, boolean hasTime) {
        Value most = values.stream().max(Comparator.comparingLong(Value::value)).orElseThrow();
        return new BarChart(
                id,
                texts.text().get("stats.chart." + kind),
                texts.text().get("stats.chart.most", most.name(), most.text()),
                texts.text().get("stats.chart." + kind + ".header"),
                hasTime,
                BarChart.bars(values));
    }
}
