package dev.spoolmark.stats.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The sums of the plays of a period. Its memory grows with the number of titles and days, not of plays.
final class PeriodCounts {

    static final int HOURS_A_DAY = 24;
    static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

    private final Map<Long, TitleFacts> titles = new HashMap<>();
    private final Map<Long, DaySum> days = new HashMap<>();
    private final int[] hours = new int[HOURS_A_WEEK];
    private int undated;
    private int unmeasured;
    private @Nullable PlayRow first;
    private @Nullable PlayRow last;

    /// Plays and minutes of a day.
    static final class DaySum {

        private final long day;
        private int plays;
        private long minutes;

        /// @param day since 1 January 1970
        DaySum(long day) {
            this.day = day;
        }

        void add(int morePlays, long moreMinutes) {
            plays += morePlays;
            minutes += moreMinutes;
        }

        long day() {
            return day;
        }

        PlayCount count() {
            return new PlayCount(plays, minutes);
        }
    }

    @Nullable
    TitleFacts title(long id) {
        return titles.get(id);
    }

    /// What is known of a title already is not changed.
    void addTitle(TitleFacts title) {
        titles.putIfAbsent(title.id(), title);
    }

    /// @param day since 1 January 1970
    DaySum day(long day) {
        return days.computeIfAbsent(day, DaySum::new);
    }

    /// @param hour of the week
    void addHour(int hour, int plays) {
        hours[hour] += plays;
    }

    void addUndated(int plays) {
        undated += plays;
    }

    void addUnmeasured(int plays) {
        unmeasured += plays;
    }

    /// A play at a known time, which may be the first or the last.
    void addEnd(PlayRow play) {
        first = first == null || precedes(play, first) ? play : first;
        last = last == null || precedes(last, play) ? play : last;
    }

    private static boolean precedes(PlayRow one, PlayRow other) {
        int order = Long.compare(time(one), time(other));
        return order < 0 || (order == 0 && one.id() < other.id());
    }

    private static long time(PlayRow play) {
        return play.at() == null ? Long.MIN_VALUE : play.at();
    }

    Collection<TitleFacts> titles() {
        return titles.values();
    }

    /// In their order.
    List<DaySum> daySums() {
        return days.values().stream()
                .sorted(Comparator.comparingLong(DaySum::day))
                .toList();
    }

    PlayCount plays() {
        PlayCount sum = PlayCount.NONE;
        for (TitleFacts title : titles.values()) {
            sum = sum.plus(new PlayCount(title.plays(), title.minutes()));
        }
        return sum;
    }

    PlayCount moviePlays() {
        PlayCount sum = PlayCount.NONE;
        for (TitleFacts title : titles.values()) {
            sum = title.isMovie() ? sum.plus(new PlayCount(title.plays(), title.minutes())) : sum;
        }
        return sum;
    }

    int undated() {
        return undated;
    }

    int unmeasured() {
        return unmeasured;
    }

    /// The numbers of plays of the hours of a week.
    List<Integer> hours() {
        return IntStream.of(hours).boxed().toList();
    }

    DayTotals days() {
        return new DayTotals(daySums().stream()
                .map(day -> new DayCount(LocalDate.ofEpochDay(day.day()), day.count()))
                .toList());
    }

    @Nullable
    PlayRow firstPlay() {
        return first;
    }

    @Nullable
    PlayRow lastPlay() {
        return last;
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
