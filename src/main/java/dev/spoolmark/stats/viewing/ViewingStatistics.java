package dev.spoolmark.stats.viewing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.stats.viewing.PeriodStore.Head;
import dev.spoolmark.stats.viewing.PeriodStore.PersonRow;
import dev.spoolmark.stats.viewing.PeriodStore.Range;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The statistics of the plays and ratings of a user in a period.
///
/// A result is cached until the plays or ratings of the user change, since it is computed from all plays of the period.
/// Of all time the counts are cached, too, and new plays added to them (`docs/performance.md#statistics`). What a
/// result
/// takes from the catalog, such as running times and genres, may be one hour old.
public final class ViewingStatistics {

    private static final Duration AGE = Duration.ofHours(1);
    private static final int CACHE_BYTES = 4 << 20;
    private static final int HISTORY_BYTES = 6 << 20;

    private static final int TITLES = 50;
    private static final int NAMES = 20;
    private static final int PEOPLE = 10;
    private static final int TITLES_FOR_PEOPLE = 500;
    private static final int PEOPLE_ROWS = 500;

    private final Database database;
    private final PendingPlays pendingPlays;
    private final Cache<Key, PeriodStatistics> cache;
    private final Cache<HistoryKey, CountedHistory> histories;

    public ViewingStatistics(Database database, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.pendingPlays = pendingPlays;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(CACHE_BYTES)
                .<Key, PeriodStatistics>weigher((_, statistics) -> statistics.weight())
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
        this.histories = Caffeine.newBuilder()
                .maximumWeight(HISTORY_BYTES)
                .<HistoryKey, CountedHistory>weigher((_, history) -> history.weight())
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// @param stamp changes with the plays and ratings of the user
    private record Key(UserId user, ZoneId zone, StatisticsPeriod period, long stamp) {}

    private record HistoryKey(UserId user, ZoneId zone) {}

    /// The statistics, and the years in which the user has plays.
    ///
    /// @param years from the year of the first play to that of the last; empty without plays at a known time
    public record Dated(PeriodStatistics statistics, List<Year> years) {

        public Dated {
            years = List.copyOf(years);
        }
    }

    /// The statistics of a period, in the time zone of the user of the profile.
    ///
    /// @throws IllegalStateException if the viewer may not read the history
    public Dated of(ProfileView profile, StatisticsPeriod period) {
        UserId user = profile.owner(ProfileSection.HISTORY);
        ZoneId zone = profile.account().preferences().timeZone();
        pendingPlays.flush(user);
        Head head = database.read(tx -> new PeriodStore(tx, user).head());
        PeriodStatistics statistics =
                cache.get(new Key(user, zone, period, head.stamp()), key -> database.read(tx -> compute(tx, key)));
        return new Dated(statistics, years(head, zone));
    }

    private static List<Year> years(Head head, ZoneId zone) {
        Optional<Year> first = head.first().map(at -> Year.from(LocalDate.ofInstant(at, zone)));
        Optional<Year> last = head.last().map(at -> Year.from(LocalDate.ofInstant(at, zone)));
        return first.flatMap(from -> last.map(to -> IntStream.rangeClosed(from.getValue(), to.getValue())
                        .mapToObj(Year::of)
                        .toList()))
                .orElseGet(List::of);
    }

    private PeriodStatistics compute(Tx tx, Key key) {
        PeriodStore store = new PeriodStore(tx, key.user());
        if (key.period() instanceof AllTime) {
            return computeAll(store, key);
        }
        Range range = Range.of(key.period(), key.zone());
        PlayAggregator plays = new PlayAggregator(key.zone());
        plays.addFacts(store.facts(range));
        store.forEachPlay(range, plays::add);
        return statistics(store, key, range, plays);
    }

    /// Reading all plays takes long, so their counts are cached and added to.
    private PeriodStatistics computeAll(PeriodStore store, Key key) {
        HistoryKey historyKey = new HistoryKey(key.user(), key.zone());
        CountedHistory cached = histories.getIfPresent(historyKey);
        CountedHistory history = cached == null ? new CountedHistory(key.zone()) : cached;
        PeriodStatistics statistics = history.update(store, plays -> statistics(store, key, Range.ALL, plays));
        if (cached == null) {
            histories.put(historyKey, history);
        }
        return statistics;
    }

    private static PeriodStatistics statistics(PeriodStore store, Key key, Range range, PlayAggregator plays) {
        DayTotals days = plays.days();
        List<PersonRow> people = store.people(range, TITLES_FOR_PEOPLE, PEOPLE_ROWS);
        return new PeriodStatistics(
                key.period(),
                key.zone(),
                Long.toString(key.stamp(), Character.MAX_RADIX),
                plays.plays(),
                plays.moviePlays(),
                plays.undated(),
                plays.unmeasured(),
                TitleFacts.count(plays.titles(), Kind.MOVIE),
                TitleFacts.count(plays.titles(), Kind.SHOW),
                days.days().size(),
                days.spans(key.period()),
                days.months(),
                plays.hours(),
                TitleFacts.top(plays.titles(), Kind.SHOW, TITLES),
                TitleFacts.top(plays.titles(), Kind.MOVIE, TITLES),
                key.period() instanceof OfYear ? store.newShows(range) : List.of(),
                people(people, true),
                people(people, false),
                store.genres(range, NAMES),
                TitleFacts.countries(plays.titles(), NAMES),
                TitleFacts.decades(plays.titles()),
                store.ratings(range),
                days.longest(),
                days.longestRun(),
                days.lastRun(),
                plays.first(),
                plays.last());
    }

    private static List<PersonCount> people(List<PersonRow> rows, boolean acts) {
        return rows.stream()
                .filter(row -> row.acts() == acts)
                .map(PersonRow::count)
                .limit(PEOPLE)
                .toList();
    }
}
