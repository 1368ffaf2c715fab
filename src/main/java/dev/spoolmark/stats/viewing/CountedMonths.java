package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayMonths;
import dev.spoolmark.stats.viewing.PeriodStore.Head;
import dev.spoolmark.stats.viewing.PeriodStore.Range;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.stats.viewing.ViewingMonthStore.StoredMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The counts of the plays of users, month by month. The counts of a month are stored, and counted again only when
/// plays
/// of it have changed since or the user has another time zone.
///
/// They contain what the catalog knew when they were counted.
final class CountedMonths {

    /// Each takes two statements.
    private static final int MAX_RANGES = 3;

    private final Database database;
    private final InstantSource clock;
    private final ViewingMonthStore store = new ViewingMonthStore();

    CountedMonths(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param oldest when the oldest of the counts was counted
    record Counted(PeriodCounts counts, Instant oldest) {}

    /// The counts of a period.
    ///
    /// @param head of the plays of the user
    /// @param maxAge counts of a greater age are not used
    Counted of(UserId user, ZoneId zone, StatisticsPeriod period, Head head, Duration maxAge) {
        Instant now = clock.instant();
        Optional<MonthRange> dated = months(head, zone, period);
        boolean isAll = period instanceof AllTime;
        TreeSet<Integer> missing = new TreeSet<>();
        dated.ifPresent(range -> range.months().forEach(month -> missing.add(PlayMonths.number(month))));
        if (isAll) {
            missing.add(PlayMonths.UNKNOWN);
        }
        // The versions before the plays: what changes in between is counted again.
        PlayMonths versions = database.read(tx -> PlayMonths.of(tx, user));
        NavigableMap<Integer, StoredMonth> found = new TreeMap<>();
        for (StoredMonth month : stored(user, missing)) {
            boolean isCurrent = month.zone().equals(zone.getId()) && month.version() == versions.version(month.month());
            if (isCurrent && !month.countedAt().isBefore(now.minus(maxAge)) && missing.remove(month.month())) {
                found.put(month.month(), month);
            }
        }
        List<StoredMonth> missed =
                missing.isEmpty() ? List.of() : database.read(tx -> count(tx, user, zone, missing, versions, now));
        missed.forEach(month -> found.put(month.month(), month));
        Counted counted = sum(found.values(), now);
        if (!missed.isEmpty() && (dated.isPresent() || counted.counts().undated() > 0)) {
            save(user, missed);
        }
        return counted;
    }

    private List<StoredMonth> stored(UserId user, NavigableSet<Integer> months) {
        return months.isEmpty() ? List.of() : database.read(tx -> store.find(tx, user, months.first(), months.last()));
    }

    private static Optional<MonthRange> months(Head head, ZoneId zone, StatisticsPeriod period) {
        return head.first()
                .flatMap(first ->
                        head.last().map(last -> new MonthRange(MonthRange.at(first, zone), MonthRange.at(last, zone))))
                .map(range -> range.within(period));
    }

    /// What is known of a title in the newest month counts.
    private static Counted sum(Collection<StoredMonth> months, Instant now) {
        PeriodCounts counts = new PeriodCounts();
        Instant oldest = now;
        for (StoredMonth month : new ArrayList<>(months).reversed()) {
            MonthContent.addTo(counts, month.content());
            oldest = month.countedAt().isBefore(oldest) ? month.countedAt() : oldest;
        }
        return new Counted(counts, oldest);
    }

    private static List<StoredMonth> count(
            Tx tx, UserId user, ZoneId zone, NavigableSet<Integer> missing, PlayMonths versions, Instant now) {
        PeriodStore plays = new PeriodStore(tx, user);
        List<StoredMonth> counted = new ArrayList<>();
        List<YearMonth> dated = missing.tailSet(PlayMonths.UNKNOWN, false).stream()
                .map(CountedMonths::month)
                .toList();
        for (MonthRange range : MonthRange.of(dated, MAX_RANGES)) {
            countRange(
                    plays,
                    zone,
                    range,
                    (month, counts) -> counted.add(new StoredMonth(
                            month, zone.getId(), versions.version(month), now, MonthContent.write(counts))));
        }
        if (missing.contains(PlayMonths.UNKNOWN)) {
            PlayAggregator undated = new PlayAggregator(zone, plays.facts(Range.UNDATED));
            plays.forEachPlay(Range.UNDATED, undated::add);
            counted.add(new StoredMonth(
                    PlayMonths.UNKNOWN,
                    zone.getId(),
                    versions.version(PlayMonths.UNKNOWN),
                    now,
                    MonthContent.write(undated.take())));
        }
        return counted;
    }

    /// Receives the counts of one month after another.
    private interface MonthConsumer {

        void accept(int month, PeriodCounts counts);
    }

    private static void countRange(PeriodStore plays, ZoneId zone, MonthRange months, MonthConsumer consumer) {
        Range range = Range.of(months.start(zone), months.end(zone));
        PlayAggregator aggregator = new PlayAggregator(zone, plays.facts(range));
        YearMonth[] current = {months.first()};
        long[] end = {endOf(current[0], zone)};
        plays.forEachPlay(range, play -> {
            Long at = play.at();
            while (at != null && at >= end[0]) {
                consumer.accept(PlayMonths.number(current[0]), aggregator.take());
                current[0] = current[0].plusMonths(1);
                end[0] = endOf(current[0], zone);
            }
            aggregator.add(play);
        });
        for (YearMonth month : new MonthRange(current[0], months.last()).months()) {
            consumer.accept(PlayMonths.number(month), aggregator.take());
        }
    }

    private static long endOf(YearMonth month, ZoneId zone) {
        return MonthRange.start(month.plusMonths(1), zone).toEpochMilli();
    }

    private static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }

    /// What cannot be stored now is counted again next time.
    private void save(UserId user, List<StoredMonth> counted) {
        try {
            database.write(tx -> {
                store.save(tx, user, counted);
                return true;
            });
        } catch (ProblemException notStored) {
            return;
        }
    }
}
