package dev.spoolmark.stats.viewing;

import dev.spoolmark.catalog.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Counts plays one after another. Its memory grows with the number of titles and days, not of plays.
final class PlayAggregator {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_WEEK = 7;
    private static final int MILLIS = 1_000;

    private static final int TITLE_BYTES = 150;
    private static final int DAY_BYTES = 120;
    private static final int RUNTIME_BYTES = 20;

    /// 1 January 1970 was a Thursday, the fourth day of the week.
    private static final int FIRST_WEEKDAY = 3;

    private final ZoneOffsets zone;
    private final EpisodeRuntimes runtimes = new EpisodeRuntimes();
    private final Map<Long, TitleFacts> titles = new HashMap<>();
    private final Map<Long, Sum> days = new HashMap<>();
    private final int[] hours = new int[DAYS_A_WEEK * HOURS_A_DAY];
    private final Sum all = new Sum(0);
    private final Sum movies = new Sum(0);
    private Sum today = new Sum(Long.MIN_VALUE);
    private int undated;
    private int unmeasured;
    private @Nullable PlayRow first;
    private @Nullable PlayRow last;

    PlayAggregator(ZoneId zone) {
        this.zone = new ZoneOffsets(zone);
    }

    /// Adds what is known of items, before plays of them are added; plays of other items are counted without it. What
    /// is known of a title already is not changed.
    void addFacts(PeriodStore.Facts facts) {
        facts.titles().forEach(title -> titles.putIfAbsent(title.id(), title));
        runtimes.putAll(facts.runtimes());
    }

    /// Plays and minutes of a day.
    private static final class Sum {

        private final long day;
        private int plays;
        private long minutes;

        /// @param day since 1 January 1970
        Sum(long day) {
            this.day = day;
        }

        void add(int playMinutes) {
            plays++;
            minutes += playMinutes;
        }

        PlayCount count() {
            return new PlayCount(plays, minutes);
        }
    }

    void add(PlayRow play) {
        TitleFacts title = titles.computeIfAbsent(play.title(), _ -> TitleFacts.unknown(play));
        Integer runtime = runtimes.of(play.item());
        runtime = runtime == null ? title.runtime() : runtime;
        int minutes = runtime == null ? 0 : runtime;
        title.add(minutes);
        all.add(minutes);
        if (play.kind() == Kind.MOVIE.number()) {
            movies.add(minutes);
        }
        unmeasured += runtime == null ? 1 : 0;
        Long at = play.at();
        if (at == null) {
            undated++;
        } else {
            addAt(Math.floorDiv(at, MILLIS), minutes);
            first = first == null || precedes(play, first) ? play : first;
            last = last == null || precedes(last, play) ? play : last;
        }
    }

    private void addAt(long second, int minutes) {
        long local = zone.localSecond(second);
        long day = Math.floorDiv(local, SECONDS_A_DAY);
        if (today.day != day) {
            today = days.computeIfAbsent(day, Sum::new);
        }
        today.add(minutes);
        int weekday = Math.floorMod(day + FIRST_WEEKDAY, DAYS_A_WEEK);
        hours[weekday * HOURS_A_DAY + Math.floorMod(local, SECONDS_A_DAY) / SECONDS_AN_HOUR]++;
    }

    private static boolean precedes(PlayRow one, PlayRow other) {
        int order = Long.compare(time(one), time(other));
        return order < 0 || (order == 0 && one.id() < other.id());
    }

    private static long time(PlayRow play) {
        return play.at() == null ? Long.MIN_VALUE : play.at();
    }

    /// About the bytes in memory.
    int weight() {
        return TITLE_BYTES * titles.size() + DAY_BYTES * days.size() + RUNTIME_BYTES * runtimes.size();
    }

    Collection<TitleFacts> titles() {
        return titles.values();
    }

    PlayCount plays() {
        return all.count();
    }

    PlayCount moviePlays() {
        return movies.count();
    }

    int undated() {
        return undated;
    }

    int unmeasured() {
        return unmeasured;
    }

    List<Integer> hours() {
        return IntStream.of(hours).boxed().toList();
    }

    DayTotals days() {
        return new DayTotals(days.values().stream()
                .sorted(Comparator.comparingLong(day -> day.day))
                .map(day -> new DayCount(LocalDate.ofEpochDay(day.day), day.count()))
                .toList());
    }

    @Nullable
    DatedPlay first() {
        return dated(first);
    }

    @Nullable
    DatedPlay last() {
        return dated(last);
    }

    private static @Nullable DatedPlay dated(@Nullable PlayRow play) {
        return play == null ? null : new DatedPlay(play.itemId(), Instant.ofEpochMilli(time(play)));
    }
}
