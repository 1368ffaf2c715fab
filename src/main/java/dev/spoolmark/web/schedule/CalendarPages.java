package dev.spoolmark.web.schedule;

import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The calendar of the user as month, week and agenda, in the time zone of the user.
public final class CalendarPages {

    private static final String PATH = "/calendar";
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_AGENDA = 14;
    private static final int PER_DAY_OF_MONTH = 5;
    private static final int PER_DAY_OF_WEEK = 40;
    private static final int PER_DAY_OF_AGENDA = 35;

    private final Schedule schedule;
    private final CalendarFeeds feeds;
    private final ProfileAccess access;
    private final InstantSource clock;

    CalendarPages(Schedule schedule, CalendarFeeds feeds, ProfileAccess access, InstantSource clock) {
        this.schedule = schedule;
        this.feeds = feeds;
        this.access = access;
        this.clock = clock;
    }

    /// What the three views have in common.
    ///
    /// @param view `month`, `week` or `agenda`
    /// @param period what is shown, as the user reads it
    /// @param valid whether the address was; otherwise the present time is shown
    /// @param previous address, or null before the year 1850
    /// @param next address, or null after the year 2200
    /// @param today address of the present time
    /// @param feedSince when the address for calendar programs was created; null if there is none
    public record CalendarFrame(
            Layout layout,
            String view,
            String period,
            boolean valid,
            @Nullable String previous,
            @Nullable String next,
            String today,
            String zone,
            @Nullable Instant feedSince) {}

    /// @param weekdays short and long names in the order of the week
    public record MonthPage(CalendarFrame frame, List<WeekdayName> weekdays, List<List<ScheduledDay>> weeks) {

        public MonthPage {
            weekdays = List.copyOf(weekdays);
            weeks = weeks.stream().map(List::copyOf).toList();
        }
    }

    public record WeekdayName(String abbreviation, String full) {}

    public record DaysPage(CalendarFrame frame, List<ScheduledDay> days) {

        public DaysPage {
            days = List.copyOf(days);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::month)
                .get(PATH + "/week", PageAccess.SIGNED_IN, this::week)
                .get(PATH + "/agenda", PageAccess.SIGNED_IN, this::agenda);
    }

    private Response month(PageRequest request) {
        LocalDate today = today(request);
        CalendarQuery<YearMonth> query = CalendarQuery.month(request, today);
        YearMonth month = query.value();
        DayOfWeek start = FirstDayOfWeek.of(request);
        LocalDate first = FirstDayOfWeek.startOfWeek(month.atDay(1), start);
        LocalDate last = FirstDayOfWeek.startOfWeek(month.atEndOfMonth(), start).plusDays(DAYS_OF_WEEK - 1L);
        Locale language = request.text().language();
        CalendarFrame frame = frame(
                request,
                "month",
                DateTimeFormatter.ofPattern("LLLL uuuu", language).format(month),
                query.valid(),
                step(month.minusMonths(1)),
                step(month.plusMonths(1)));
        return request.waiting(() -> {
            List<ScheduledDay> days =
                    schedule.days(request, access.self(request.account()), first, last, month, today, PER_DAY_OF_MONTH);
            return respond(
                    request,
                    "page/schedule/month",
                    query.valid(),
                    new MonthPage(
                            frame,
                            weekdays(start, language),
                            days.stream()
                                    .gather(Gatherers.windowFixed(DAYS_OF_WEEK))
                                    .toList()));
        });
    }

    private Response week(PageRequest request) {
        CalendarQuery<LocalDate> query = CalendarQuery.day(request, today(request));
        LocalDate first = FirstDayOfWeek.startOfWeek(query.value(), FirstDayOfWeek.of(request));
        return days(request, "week", query.valid(), first, DAYS_OF_WEEK, PER_DAY_OF_WEEK);
    }

    private Response agenda(PageRequest request) {
        CalendarQuery<LocalDate> query = CalendarQuery.day(request, today(request));
        return days(request, "agenda", query.valid(), query.value(), DAYS_OF_AGENDA, PER_DAY_OF_AGENDA);
    }

    private Response days(PageRequest request, String view, boolean valid, LocalDate first, int count, int maxPerDay) {
        LocalDate last = first.plusDays(count - 1L);
        CalendarFrame frame = frame(
                request,
                view,
                request.formats().date(first) + " – " + request.formats().date(last),
                valid,
                step(view, first.minusDays(count)),
                step(view, first.plusDays(count)));
        return request.waiting(() -> respond(
                request,
                "page/schedule/days",
                valid,
                new DaysPage(
                        frame,
                        schedule.days(
                                request,
                                access.self(request.account()),
                                first,
                                last,
                                null,
                                today(request),
                                maxPerDay))));
    }

    private static Response respond(PageRequest request, String template, boolean valid, Object page) {
        return valid ? request.page(template, page) : request.invalid(template, page);
    }

    private CalendarFrame frame(
            PageRequest request,
            String view,
            String period,
            boolean valid,
            @Nullable String previous,
            @Nullable String next) {
        Optional<Instant> since =
                request.waiting(() -> feeds.createdAt(request.account().id()));
        return new CalendarFrame(
                request.layout("schedule.title"),
                view,
                period,
                valid,
                previous,
                next,
                view.equals("month") ? PATH : PATH + "/" + view,
                request.formats().zone().getId(),
                since.orElse(null));
    }

    private static @Nullable String step(YearMonth month) {
        return isInRange(month.getYear()) ? PATH + "?month=" + month : null;
    }

    private static @Nullable String step(String view, LocalDate day) {
        return isInRange(day.getYear()) ? PATH + "/" + view + "?day=" + day : null;
    }

    private static boolean isInRange(int year) {
        return year >= ValueLimits.FIRST_YEAR && year <= ValueLimits.LAST_YEAR;
    }

    private static List<WeekdayName> weekdays(DayOfWeek first, Locale language) {
        return IntStream.range(0, DAYS_OF_WEEK)
                .mapToObj(first::plus)
                .map(day -> new WeekdayName(
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, language),
                        day.getDisplayName(TextStyle.FULL_STANDALONE, language)))
                .toList();
    }

    private LocalDate today(PageRequest request) {
        return LocalDate.ofInstant(clock.instant(), request.formats().zone());
    }
}
