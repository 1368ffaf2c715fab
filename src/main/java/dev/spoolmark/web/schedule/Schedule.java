package dev.spoolmark.web.schedule;

import dev.spoolmark.calendar.Airing;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.WatchedSummary;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.ItemLines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Arranges the airings of a user by days of the time zone of the user. An episode without a time of day is on its
/// day at the place of broadcast.
final class Schedule {

    private final Calendar calendar;
    private final PlayHistory history;
    private final CoveredEpisodes covered;
    private final ItemLines lines;

    Schedule(Calendar calendar, PlayHistory history, CoveredEpisodes covered, ItemLines lines) {
        this.calendar = calendar;
        this.history = history;
        this.covered = covered;
        this.lines = lines;
    }

    /// The days from the first to the last.
    ///
    /// @param month the month that is shown; null where that does not matter
    /// @param maxPerDay how many episodes of a day are shown
    List<ScheduledDay> days(
            PageRequest request,
            ProfileView profile,
            LocalDate first,
            LocalDate last,
            @Nullable YearMonth month,
            LocalDate today,
            int maxPerDay) {
        Map<LocalDate, List<Airing>> byDay =
                byDay(profile, first, last, request.formats().zone());
        List<MediaId> shown = byDay.values().stream()
                .flatMap(day -> day.stream().limit(maxPerDay))
                .<MediaId>map(Airing::episode)
                .toList();
        Map<MediaId, ItemLine> found = lines.of(request, shown);
        Map<MediaId, WatchedSummary> watched = history.watched(profile, shown);
        Set<EpisodeId> titles = covered.of(profile, shown);
        List<ScheduledDay> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            List<Airing> all = byDay.getOrDefault(day, List.of());
            List<ScheduledEpisode> episodes = all.stream()
                    .limit(maxPerDay)
                    .flatMap(airing -> episode(request, airing, found, watched, titles).stream())
                    .toList();
            days.add(new ScheduledDay(
                    day,
                    day.getDayOfMonth(),
                    request.formats().day(day),
                    "/calendar/agenda?day=" + day,
                    day.equals(today),
                    month == null || YearMonth.from(day).equals(month),
                    episodes,
                    Math.max(0, all.size() - maxPerDay)));
        }
        return days;
    }

    /// A day of the user can begin a day before and end a day after the same date at the place of broadcast; a
    /// broadcast after midnight belongs to the date before.
    private Map<LocalDate, List<Airing>> byDay(ProfileView profile, LocalDate first, LocalDate last, ZoneId zone) {
        Map<LocalDate, List<Airing>> byDay = new TreeMap<>();
        for (Airing airing : calendar.between(profile, first.minusDays(2), last.plusDays(2))) {
            Instant at = airing.at();
            LocalDate day = at == null ? airing.day() : LocalDate.ofInstant(at, zone);
            if (!day.isBefore(first) && !day.isAfter(last)) {
                byDay.computeIfAbsent(day, missing -> new ArrayList<>()).add(airing);
            }
        }
        byDay.values().forEach(day -> day.sort(Airing.BY_TIME));
        return byDay;
    }

    private static List<ScheduledEpisode> episode(
            PageRequest request,
            Airing airing,
            Map<MediaId, ItemLine> found,
            Map<MediaId, WatchedSummary> watched,
            Set<EpisodeId> covered) {
        ItemLine line = found.get(airing.episode());
        WatchedSummary summary = watched.get(airing.episode());
        Instant at = airing.at();
        return line == null
                ? List.of()
                : List.of(new ScheduledEpisode(
                        line,
                        at,
                        at == null ? "" : request.formats().time(at),
                        summary != null && summary.plays() > 0,
                        line.item().episodeTitle() != null && covered.contains(airing.episode())));
    }
}
