package dev.spoolmark.web.statistics;

import dev.spoolmark.http.Response;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.StatisticsPeriod;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.stats.viewing.ViewingStatistics;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.schedule.FirstDayOfWeek;
import dev.spoolmark.web.statistics.StatisticsNames.Found;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The statistics of a user for all time, a year and a month: one's own, and those of users whose history the viewer
/// may see.
public final class StatisticsPages {

    private static final String TEMPLATE = "page/stats/statistics";
    private static final String OF_USER = "/u/{user}/stats";
    private static final String YEAR = "/{year}";
    private static final String MONTH = "/{year}/{month}";

    private final ViewingStatistics statistics;
    private final StatisticsAccess access;
    private final StatisticsNames names;
    private final InstantSource clock;

    StatisticsPages(ViewingStatistics statistics, StatisticsAccess access, StatisticsNames names, InstantSource clock) {
        this.statistics = statistics;
        this.access = access;
        this.names = names;
        this.clock = clock;
    }

    /// @param owner name of the user; null for one's own
    /// @param years all time and the years with plays, the last first
    /// @param months of the year that is shown; empty for all time
    /// @param review address of the review of the year; null if there is none
    /// @param notes about plays that are in no chart
    /// @param timeZone of the user; empty for other viewers
    public record StatisticsPage(
            Layout layout,
            @Nullable String owner,
            String period,
            List<PeriodLink> years,
            List<PeriodLink> months,
            @Nullable String review,
            boolean empty,
            List<Figure> figures,
            List<String> notes,
            String timeZone,
            @Nullable BarChart spans,
            HeatMap heat,
            @Nullable BarChart byMonth,
            List<Ranking> rankings,
            @Nullable BarChart ratings) {

        public StatisticsPage {
            years = List.copyOf(years);
            months = List.copyOf(months);
            figures = List.copyOf(figures);
            notes = List.copyOf(notes);
            rankings = List.copyOf(rankings);
        }
    }

    /// A list with its heading.
    ///
    /// @param id identifies it in the page
    public record Ranking(String id, String title, List<RankedRow> rows) {

        public Ranking {
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(StatisticsOwner.PATH, PageAccess.SIGNED_IN, request -> own(request, StatisticsPeriod.all()))
                .get(
                        StatisticsOwner.PATH + YEAR,
                        PageAccess.SIGNED_IN,
                        request -> own(request, StatisticsAccess.yearPeriod(request)))
                .get(
                        StatisticsOwner.PATH + MONTH,
                        PageAccess.SIGNED_IN,
                        request -> own(request, StatisticsAccess.monthPeriod(request)))
                .get(OF_USER, PageAccess.PUBLIC, request -> ofUser(request, StatisticsPeriod.all()))
                .get(
                        OF_USER + YEAR,
                        PageAccess.PUBLIC,
                        request -> ofUser(request, StatisticsAccess.yearPeriod(request)))
                .get(
                        OF_USER + MONTH,
                        PageAccess.PUBLIC,
                        request -> ofUser(request, StatisticsAccess.monthPeriod(request)));
    }

    private Response own(PageRequest request, StatisticsPeriod period) {
        return request.waiting(() -> show(request, access.self(request), period));
    }

    private Response ofUser(PageRequest request, StatisticsPeriod period) {
        return request.waiting(() -> show(request, access.owner(request), period));
    }

    private Response show(PageRequest request, StatisticsOwner owner, StatisticsPeriod period) {
        ViewingStatistics.Dated found = statistics.of(owner.profile(), period);
        PeriodStatistics counts = found.statistics();
        Found titles = names.find(owner, counts);
        StatisticsTexts texts = StatisticsTexts.of(request);
        StatisticsCharts charts = new StatisticsCharts(owner, counts, texts);
        LocalDate today = LocalDate.ofInstant(clock.instant(), counts.zone());
        Layout layout = owner.own() ? request.layout("stats.title") : request.layout("stats.title_of", owner.name());
        return request.page(
                TEMPLATE,
                new StatisticsPage(
                        layout,
                        owner.own() ? null : owner.name(),
                        texts.period(period),
                        years(owner, period, found.years(), texts),
                        months(owner, period, texts),
                        review(owner, period, counts),
                        counts.plays().plays() == 0,
                        new StatisticsFigures(owner, counts, titles, texts).all(today),
                        notes(counts, texts),
                        owner.own() ? counts.zone().getId() : "",
                        charts.spans(),
                        HeatMap.of(counts, FirstDayOfWeek.of(request), texts),
                        charts.months(),
                        rankings(
                                new StatisticsRankings(
                                        owner,
                                        counts,
                                        titles,
                                        texts,
                                        request.site().links()),
                                texts),
                        charts.ratings()));
    }

    private static List<Ranking> rankings(StatisticsRankings rankings, StatisticsTexts texts) {
        return Stream.of(
                        ranking("shows", rankings.shows(), texts),
                        ranking("movies", rankings.movies(), texts),
                        ranking("cast", rankings.cast(), texts),
                        ranking("crew", rankings.crew(), texts),
                        ranking("genres", rankings.genres(), texts),
                        ranking("countries", rankings.countries(), texts),
                        ranking("decades", rankings.decades(), texts))
                .filter(ranking -> !ranking.rows().isEmpty())
                .toList();
    }

    private static Ranking ranking(String id, List<RankedRow> rows, StatisticsTexts texts) {
        return new Ranking("top-" + id, texts.text().get("stats.top." + id), rows);
    }

    private static List<PeriodLink> years(
            StatisticsOwner owner, StatisticsPeriod period, List<Year> years, StatisticsTexts texts) {
        int shown = switch (period) {
            case AllTime _ -> 0;
            case OfYear(int year) -> year;
            case OfMonth(YearMonth month) -> month.getYear();
        };
        List<PeriodLink> links = new ArrayList<>();
        links.add(new PeriodLink(texts.text().get("stats.all_time"), owner.path(), shown == 0));
        for (Year year : years.reversed()) {
            links.add(
                    new PeriodLink(year.toString(), owner.path(new OfYear(year.getValue())), year.getValue() == shown));
        }
        return links;
    }

    private static List<PeriodLink> months(StatisticsOwner owner, StatisticsPeriod period, StatisticsTexts texts) {
        return switch (period) {
            case AllTime _ -> List.of();
            case OfYear(int year) -> months(owner, Year.of(year), null, texts);
            case OfMonth(YearMonth month) -> months(owner, Year.of(month.getYear()), month.getMonth(), texts);
        };
    }

    private static List<PeriodLink> months(
            StatisticsOwner owner, Year year, @Nullable Month shown, StatisticsTexts texts) {
        return Stream.of(Month.values())
                .map(month -> new PeriodLink(
                        texts.shortMonth(month), owner.path(new OfMonth(year.atMonth(month))), month == shown))
                .toList();
    }

    /// Only one's own: whether another user shares it is known to its page.
    private static @Nullable String review(StatisticsOwner owner, StatisticsPeriod period, PeriodStatistics counts) {
        return owner.own() && counts.plays().plays() > 0 && period instanceof OfYear(int year)
                ? owner.review(year)
                : null;
    }

    private static List<String> notes(PeriodStatistics counts, StatisticsTexts texts) {
        List<String> notes = new ArrayList<>();
        if (counts.undated() > 0) {
            notes.add(texts.text().count("stats.undated", counts.undated()));
        }
        if (counts.unmeasured() > 0) {
            notes.add(texts.text().count("stats.unmeasured", counts.unmeasured()));
        }
        return notes;
    }
}
