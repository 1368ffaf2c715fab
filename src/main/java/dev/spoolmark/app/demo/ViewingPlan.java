package dev.spoolmark.app.demo;

import dev.spoolmark.app.demo.DemoTitles.Viewable;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.history.PlayAction;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What a user of the demo watches in the three years before today: on evenings, longer at weekends, on some
/// days many episodes in a row, never two things at once. Today is left out.
final class ViewingPlan {

    static final int YEARS = 3;

    /// A weekday has one or two episodes, the days of a weekend a movie or a few episodes.
    private static final Duration WEEKDAY = Duration.ofMinutes(40);

    private static final Duration WEEKEND = Duration.ofMinutes(110);
    private static final Duration MARATHON = Duration.ofMinutes(330);

    private static final LocalTime EVENING = LocalTime.of(19, 15);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final int DAYS_OF_ALL = 4;

    private final DemoUser user;
    private final LocalDate today;
    private final Random random;
    private final EpisodeQueue episodes;
    private final MovieQueue movies;
    private final Instant end;
    private final Set<MediaId> seen = new HashSet<>();
    private final List<Viewing> viewings = new ArrayList<>();

    private ViewingPlan(DemoUser user, DemoTitles titles, LocalDate today) {
        this.user = user;
        this.today = today;
        this.random = new Random(user.seed());
        this.episodes = new EpisodeQueue(titles, random);
        this.movies = new MovieQueue(titles, random);
        this.end = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The viewings in the order of their times. All have ended when `today` begins in UTC.
    static List<Viewing> of(DemoUser user, DemoTitles titles, LocalDate today) {
        ViewingPlan plan = new ViewingPlan(user, titles, today);
        for (LocalDate day = today.minusYears(YEARS); day.isBefore(today); day = day.plusDays(1)) {
            plan.plan(day);
        }
        return List.copyOf(plan.viewings);
    }

    private void plan(LocalDate day) {
        ViewingHabits habits = user.habits();
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0;
        boolean watches = random.nextDouble() < (weekend ? habits.weekend() : habits.weekday());
        boolean isRecent = day.isAfter(today.minusDays(DAYS_OF_ALL));
        if (!watches && !isRecent) {
            return;
        }
        if (weekend && random.nextDouble() < habits.marathon()) {
            watch(at(day, AFTERNOON), MARATHON, false, true);
        } else if (weekend) {
            watch(at(day, EVENING), WEEKEND, random.nextDouble() < habits.movieNight(), false);
        } else {
            watch(at(day, EVENING), WEEKDAY, false, false);
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time)
                .plusMinutes(random.nextInt(95))
                .atZone(user.zone())
                .toInstant();
    }

    /// @param length no viewing begins later than this after the start
    private void watch(Instant start, Duration length, boolean movieFirst, boolean oneShow) {
        Instant at = start;
        boolean movie = movieFirst;
        while (at.isBefore(start.plus(length))) {
            Optional<? extends Viewable> next =
                    movie ? movies.next() : oneShow ? episodes.nextOfShow() : episodes.next(at);
            if (next.isEmpty() || at.plus(next.get().runtime()).isAfter(end)) {
                return;
            }
            Viewing viewing = viewing(next.get(), at);
            viewings.add(viewing);
            at = viewing.endsAt().plusSeconds(90L + random.nextInt(600));
            movie = false;
        }
    }

    private Viewing viewing(Viewable viewable, Instant at) {
        boolean isFirst = seen.add(viewable.item().id());
        return new Viewing(viewable, at, action(isFirst), isFirst);
    }

    /// A user marks only what has no play yet; check-ins are a habit of evenings out.
    private PlayAction action(boolean isFirst) {
        return switch (user.habits().action()) {
            case SEEN -> isFirst && random.nextInt(3) > 0 ? PlayAction.SEEN : PlayAction.SCROBBLE;
            case CHECKIN -> random.nextInt(3) == 0 ? PlayAction.CHECKIN : PlayAction.SCROBBLE;
            case SCROBBLE -> PlayAction.SCROBBLE;
        };
    }
}
