package dev.spoolmark.stats.viewing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.stats.viewing.CountedMonths.Counted;
import dev.spoolmark.stats.viewing.PeriodStore.Head;
import dev.spoolmark.stats.viewing.PeriodStore.PersonRow;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/// The statistics of the plays and ratings of a user in a period.
///
/// Plays are counted by month; what was counted is stored ([CountedMonths]). A result is cached until the plays or
/// ratings of the user change (`docs/performance.md#statistics`). What a result takes from the catalog, such as running
/// times and genres, may be as old as the counts: an hour for a month. Other periods are counted again in the
/// background
/// after a day, by [#recount].
public final class ViewingStatistics {

    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration ANY_AGE = Duration.ofDays(36_500);
    private static final int CACHE_BYTES = 4 << 20;
    private static final int MAX_WAITING = 1_000;

    private static final int TITLES = 50;
    private static final int NAMES = 20;
    private static final int PEOPLE = 10;
    private static final int TITLES_FOR_PEOPLE = 250;
    private static final int PEOPLE_ROWS = 500;

    private final Database database;
    private final PendingPlays pendingPlays;
    private final InstantSource clock;
    private final CountedMonths months;
    private final Cache<Key, PeriodStatistics> cache;
    private final BlockingQueue<Key> old = new LinkedBlockingQueue<>(MAX_WAITING);

    public ViewingStatistics(Database database, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.pendingPlays = pendingPlays;
        this.clock = clock;
        this.months = new CountedMonths(database, clock);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(CACHE_BYTES)
                .<Key, PeriodStatistics>weigher((_, statistics) -> statistics.weight())
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// @param stamp changes with the plays and ratings of the user
    private record Key(UserId user, ZoneId zone, StatisticsPeriod period, long stamp) {}

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
        PeriodStatistics statistics = cache.get(new Key(user, zone, period, head.stamp()), key -> compute(key, head));
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

    private PeriodStatistics compute(Key key, Head head) {
        Duration maxAge = key.period() instanceof OfMonth ? AGE : ANY_AGE;
        Counted counted = months.of(key.user(), key.zone(), key.period(), head, maxAge);
        if (counted.oldest().isBefore(clock.instant().minus(MAX_AGE))) {
            // If the queue is full, a later request asks again.
            boolean _ = old.offer(key);
        }
        return database.read(tx -> statistics(new PeriodStore(tx, key.user()), key, counted.counts()));
    }

    /// Counts periods again that were requested and whose counts are older than a day.
    public void recount() {
        Set<Key> keys = new LinkedHashSet<>();
        old.drainTo(keys);
        for (Key key : keys) {
            Head head = database.read(tx -> new PeriodStore(tx, key.user()).head());
            months.of(key.user(), key.zone(), key.period(), head, AGE);
            cache.asMap().keySet().removeIf(cached -> cached.user().equals(key.user()));
        }
    }

    /// What a deleted account leaves in the tables of this feature, beside [SharedReviews].
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("viewing_month", "month"));
    }

    private static PeriodStatistics statistics(PeriodStore store, Key key, PeriodCounts counts) {
        DayTotals days = counts.days();
        List<PersonRow> people = store.people(TitleFacts.most(counts.titles(), TITLES_FOR_PEOPLE), PEOPLE_ROWS);
        Optional<Instant> start = key.period().startsAt(key.zone());
        Optional<Instant> end = key.period().endsAt(key.zone());
        return new PeriodStatistics(
                key.period(),
                key.zone(),
                Long.toString(key.stamp(), Character.MAX_RADIX),
                counts.plays(),
                counts.moviePlays(),
                counts.undated(),
                counts.unmeasured(),
                TitleFacts.count(counts.titles(), Kind.MOVIE),
                TitleFacts.count(counts.titles(), Kind.SHOW),
                days.days().size(),
                days.spans(key.period()),
                days.months(),
                counts.hours(),
                TitleFacts.top(counts.titles(), Kind.SHOW, TITLES),
                TitleFacts.top(counts.titles(), Kind.MOVIE, TITLES),
                key.period() instanceof OfYear ? store.newShows(start.orElseThrow(), end.orElseThrow()) : List.of(),
                people(people, true),
                people(people, false),
                TitleFacts.genres(counts.titles(), NAMES),
                TitleFacts.countries(counts.titles(), NAMES),
                TitleFacts.decades(counts.titles()),
                start.flatMap(from -> end.map(to -> store.ratings(from, to))).orElseGet(store::ratings),
                days.longest(),
                days.longestRun(),
                days.lastRun(),
                counts.first(),
                counts.last());
    }

    private static List<PersonCount> people(List<PersonRow> rows, boolean acts) {
        return rows.stream()
                .filter(row -> row.acts() == acts)
                .map(PersonRow::count)
                .limit(PEOPLE)
                .toList();
    }
}
