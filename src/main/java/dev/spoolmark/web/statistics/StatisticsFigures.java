package dev.spoolmark.web.statistics;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.stats.viewing.DatedPlay;
import dev.spoolmark.stats.viewing.DayCount;
import dev.spoolmark.stats.viewing.DayRun;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.web.item.ItemLinks;
import dev.spoolmark.web.item.ItemNames;
import dev.spoolmark.web.library.PageAddress;
import dev.spoolmark.web.statistics.StatisticsNames.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The single numbers of statistics.
final class StatisticsFigures {

    private final StatisticsOwner owner;
    private final PeriodStatistics statistics;
    private final Found found;
    private final StatisticsTexts texts;

    StatisticsFigures(StatisticsOwner owner, PeriodStatistics statistics, Found found, StatisticsTexts texts) {
        this.owner = owner;
        this.statistics = statistics;
        this.found = found;
        this.texts = texts;
    }

    /// @param today in the time zone of the user
    List<Figure> all(LocalDate today) {
        List<Figure> figures = new ArrayList<>(totals());
        DayRun current = statistics.currentRun(today);
        if (statistics.period() instanceof AllTime) {
            figures.add(run("stats.run.current", current));
        }
        figures.addAll(highlights());
        return figures;
    }

    List<Figure> totals() {
        PageAddress history = owner.history(statistics.period());
        return List.of(
                figure("stats.figure.plays", statistics.plays().plays(), "", own(history)),
                new Figure(
                        text("stats.figure.time"),
                        texts.duration(statistics.plays().minutes()),
                        "",
                        null),
                figure(
                        "stats.figure.episodes",
                        statistics.episodePlays().plays(),
                        texts.text().count("stats.of_shows", statistics.showCount()),
                        own(history.with("kind", "episodes"))),
                figure(
                        "stats.figure.movies",
                        statistics.moviePlays().plays(),
                        texts.text().count("stats.different", statistics.movieCount()),
                        own(history.with("kind", "movies"))),
                figure("stats.figure.days", statistics.activeDays(), "", null));
    }

    List<Figure> highlights() {
        List<Figure> figures = new ArrayList<>();
        figures.add(run("stats.run.longest", statistics.longestRun()));
        DayCount longest = statistics.longestDay();
        if (longest != null) {
            String day = longest.day().toString();
            figures.add(new Figure(
                    text("stats.longest_day"),
                    texts.formats().date(longest.day()),
                    texts.playsAndTime(longest.count()),
                    own(new PageAddress("/history").with("from", day).with("to", day))));
        }
        addPlay(figures, "stats.first", statistics.first());
        addPlay(figures, "stats.last", statistics.last());
        return figures;
    }

    private void addPlay(List<Figure> figures, String key, @Nullable DatedPlay play) {
        if (play != null) {
            ItemSummary item = found.itemOf(play);
            LocalDate day = LocalDate.ofInstant(play.at(), statistics.zone());
            figures.add(new Figure(
                    text(key),
                    texts.formats().date(day),
                    item == null ? "" : name(item),
                    item == null ? null : ItemLinks.of(item)));
        }
    }

    private String name(ItemSummary item) {
        return item.kind() == Kind.EPISODE
                ? item.title() + ", " + ItemNames.number(texts.text(), item.season(), item.number())
                : item.title();
    }

    private Figure run(String key, @Nullable DayRun run) {
        if (run == null) {
            return Figure.of(text(key), texts.days(0));
        }
        String days = texts.text()
                .get(
                        "stats.from_to",
                        texts.formats().date(run.first()),
                        texts.formats().date(run.last()));
        return new Figure(
                text(key),
                texts.days(run.length()),
                run.length() > 1 ? days : texts.formats().date(run.first()),
                null);
    }

    private Figure figure(String key, long number, String detail, @Nullable String path) {
        return new Figure(text(key), texts.number(number), number == 0 ? "" : detail, number == 0 ? null : path);
    }

    private @Nullable String own(PageAddress address) {
        return owner.own() ? address.text() : null;
    }

    private String text(String key) {
        return texts.text().get(key);
    }
}
