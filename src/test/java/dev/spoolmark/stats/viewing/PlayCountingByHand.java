package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The counts of a period, from all plays and the catalog, in the simplest way.
final class PlayCountingByHand {

    private static final String PLAYS = """
            SELECT p.kind, CASE WHEN p.kind = 4 THEN p.show_id ELSE p.item_id END, p.watched_at,
                   coalesce(m.runtime, e.runtime, s.runtime)
            FROM play p LEFT JOIN movie m ON p.kind = 1 AND m.movie_id = p.item_id
            LEFT JOIN episode e ON p.kind = 4 AND e.episode_id = p.item_id
            LEFT JOIN show s ON p.kind = 4 AND s.show_id = p.show_id
            WHERE p.user_id = ? ORDER BY p.play_id
            """;

    private int undated;
    private int unmeasured;
    private PlayCount all = PlayCount.NONE;
    private final Map<MediaId, PlayCount> titles = new HashMap<>();
    private final Map<LocalDate, PlayCount> days = new TreeMap<>();
    private final Map<String, Integer> hours = new TreeMap<>();

    /// @param hours the numbers of plays by weekday and hour
    record Counts(
            PlayCount all,
            int undated,
            int unmeasured,
            int activeDays,
            @Nullable DayCount longestDay,
            Map<MediaId, PlayCount> titles,
            Map<String, Integer> hours) {

        static Counts of(PeriodStatistics statistics) {
            Map<MediaId, PlayCount> titles = new HashMap<>();
            statistics.shows().forEach(title -> titles.put(title.title(), title.count()));
            statistics.movies().forEach(title -> titles.put(title.title(), title.count()));
            Map<String, Integer> hours = new TreeMap<>();
            for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    if (statistics.playsAt(day, hour) > 0) {
                        hours.put(day + " " + hour, statistics.playsAt(day, hour));
                    }
                }
            }
            return new Counts(
                    statistics.plays(),
                    statistics.undated(),
                    statistics.unmeasured(),
                    statistics.activeDays(),
                    statistics.longestDay(),
                    titles,
                    hours);
        }
    }

    static Counts of(Database database, UserId user, ZoneId zone, StatisticsPeriod period) {
        PlayCountingByHand counting = new PlayCountingByHand();
        List<Runnable> plays = database.read(tx -> tx.query(
                PLAYS,
                row -> {
                    MediaId title = MediaId.of(row.getInt(1) == 4 ? Kind.SHOW : Kind.MOVIE, row.getLong(2));
                    Instant at = row.instantOrNull(3);
                    Integer minutes = row.countOrNull(4);
                    return () -> counting.add(title, at, minutes, zone, period);
                },
                user.value()));
        plays.forEach(Runnable::run);
        return new Counts(
                counting.all,
                counting.undated,
                counting.unmeasured,
                counting.days.size(),
                new DayTotals(counting.days.entrySet().stream()
                                .map(day -> new DayCount(day.getKey(), day.getValue()))
                                .toList())
                        .longest(),
                counting.titles,
                counting.hours);
    }

    private void add(
            MediaId title, @Nullable Instant at, @Nullable Integer minutes, ZoneId zone, StatisticsPeriod period) {
        boolean isIn = at == null
                ? period.start().isEmpty()
                : period.startsAt(zone).map(start -> !at.isBefore(start)).orElse(true)
                        && period.endsAt(zone).map(at::isBefore).orElse(true);
        if (!isIn) {
            return;
        }
        PlayCount one = new PlayCount(1, minutes == null ? 0 : minutes);
        all = all.plus(one);
        titles.merge(title, one, PlayCount::plus);
        unmeasured += minutes == null ? 1 : 0;
        if (at == null) {
            undated++;
        } else {
            ZonedDateTime local = at.atZone(zone);
            days.merge(local.toLocalDate(), one, PlayCount::plus);
            hours.merge(local.getDayOfWeek() + " " + local.getHour(), 1, Integer::sum);
        }
    }
}
