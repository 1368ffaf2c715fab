package dev.spoolmark.home;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.calendar.Airing;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.DateRange;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.home.HomeStore.FriendRow;
import dev.spoolmark.home.HomeStore.HomeRow;
import dev.spoolmark.home.HomeStore.Newest;
import dev.spoolmark.progress.EpisodeSlot;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads the first page of a user with at most eleven statements.
public final class HomeFeed {

    private static final int SHOWS = 100;
    private static final int CALCULATED_SHOWS = 24;
    private static final int UP_NEXT = 12;
    private static final int ITEMS = 12;
    private static final int AIRING = 20;
    private static final int FRIENDS = 10;
    private static final int MAX_FRIENDS = 200;
    private static final int FRIEND_ROWS = 50;
    private static final int DAYS = 7;
    private static final Duration FRIENDS_SINCE = Duration.ofDays(14);

    /// Many friends have enough plays in this time.
    private static final Duration FRIENDS_FIRST = Duration.ofDays(1);

    private final Database database;
    private final Catalog catalog;
    private final Calendar calendar;
    private final UpNext upNext;
    private final Accounts accounts;
    private final ProfileAccess access;
    private final InstantSource clock;
    private final HomeStore store = new HomeStore();

    public HomeFeed(
            Database database,
            Catalog catalog,
            Calendar calendar,
            UpNext upNext,
            Accounts accounts,
            ProfileAccess access,
            InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.calendar = calendar;
        this.upNext = upNext;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /// The first page of a user, in the time zone of the user.
    ///
    /// @param shuffle the order of the next episodes; null for the show that was watched last first. Pinned shows
    /// come first in both.
    public HomeContent of(Account user, @Nullable ShuffleSeed shuffle) {
        Instant now = clock.instant();
        ProfileView self = access.self(user);
        List<Airing> airings = airings(self, user.preferences().timeZone(), now); // stores pending plays first
        Newest newest = database.read(tx -> store.newest(tx, self.ownerAlone(), now, SHOWS, ITEMS, MAX_FRIENDS));
        List<HomeRow> rows = newest.rows();
        List<ShowId> shows = shows(rows, shuffle);
        List<UpNextShow> next = next(self, shows);
        List<FriendRow> friends = plays(newest.friends(), now);
        Map<UserId, Account> seen = visible(user, friends);
        Map<MediaId, ItemSummary> summaries = catalog.summaries(items(airings, rows, next, friends));
        return new HomeContent(
                next.stream().flatMap(show -> next(show, summaries)).toList(),
                section(rows, HomeStore.RESUME, summaries),
                airings.stream()
                        .flatMap(airing -> upcoming(airing, user.preferences().timeZone(), summaries))
                        .toList(),
                section(rows, HomeStore.RECENT, summaries),
                section(rows, HomeStore.WATCHLIST, summaries),
                section(rows, HomeStore.UNRATED, summaries),
                friends.stream()
                        .flatMap(row -> friendPlay(row, seen, summaries))
                        .limit(FRIENDS)
                        .toList());
    }

    private List<FriendRow> plays(List<UserId> friends, Instant now) {
        if (friends.isEmpty()) {
            return List.of();
        }
        List<FriendRow> newest = plays(friends, now.minus(FRIENDS_FIRST), now);
        return newest.size() < FRIEND_ROWS ? plays(friends, now.minus(FRIENDS_SINCE), now) : newest;
    }

    private List<FriendRow> plays(List<UserId> friends, Instant after, Instant now) {
        return database.read(tx -> store.playsOfUsers(tx, friends, after, now, FRIEND_ROWS));
    }

    /// What airs within the next seven days, including today.
    private List<Airing> airings(ProfileView self, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate end = today.plusDays(DAYS);
        return calendar.of(self, new DateRange(today.minusDays(1), DAYS + 2)).stream()
                .filter(airing -> {
                    Instant at = airing.at();
                    LocalDate day = day(airing, zone);
                    return (at == null || at.isAfter(now)) && !day.isBefore(today) && day.isBefore(end);
                })
                .limit(AIRING)
                .toList();
    }

    private static LocalDate day(Airing airing, ZoneId zone) {
        Instant at = airing.at();
        return at == null ? airing.day() : LocalDate.ofInstant(at, zone);
    }

    /// Pinned shows first, in the order in which they were pinned.
    private static List<ShowId> shows(List<HomeRow> rows, @Nullable ShuffleSeed shuffle) {
        Stream<ShowId> pinned = rows.stream()
                .filter(row -> row.part() == HomeStore.PINNED)
                .sorted(Comparator.comparing(HomeRow::at)
                        .thenComparingLong(row -> row.item().value()))
                .map(row -> new ShowId(row.item().value()));
        Stream<ShowId> others = rows.stream()
                .filter(row -> row.part() == HomeStore.SHOW)
                .map(row -> new ShowId(row.item().value()));
        Stream<ShowId> ordered =
                shuffle == null ? others : others.sorted(Comparator.comparingLong(show -> shuffle.key(show.value())));
        return Stream.concat(pinned, ordered).distinct().toList();
    }

    /// The first shows with a next episode. The page links to the others.
    private List<UpNextShow> next(ProfileView self, List<ShowId> shows) {
        return upNext.of(self, shows.subList(0, Math.min(CALCULATED_SHOWS, shows.size()))).stream()
                .filter(show -> show.next() != null)
                .limit(UP_NEXT)
                .toList();
    }

    /// The friends among these whose plays the user may see.
    private Map<UserId, Account> visible(Account user, List<FriendRow> rows) {
        Set<UserId> friends = rows.stream().map(FriendRow::friend).collect(Collectors.toSet());
        return access.viewOf(Viewer.of(user), accounts.all(friends).values()).entrySet().stream()
                .filter(entry -> entry.getValue().shows(ProfileSection.ACTIVITY))
                .filter(entry -> entry.getValue().shows(ProfileSection.HISTORY))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().account()));
    }

    private static Set<MediaId> items(
            List<Airing> airings, List<HomeRow> rows, List<UpNextShow> next, List<FriendRow> friends) {
        Set<MediaId> items = new HashSet<>();
        airings.forEach(airing -> items.add(airing.episode()));
        rows.stream()
                .filter(row -> row.part() != HomeStore.SHOW && row.part() != HomeStore.PINNED)
                .forEach(row -> items.add(row.item()));
        next.forEach(show -> items.add(nextOf(show).id()));
        friends.forEach(row -> items.add(row.item()));
        return items;
    }

    private static EpisodeSlot nextOf(UpNextShow show) {
        return Objects.requireNonNull(show.next());
    }

    private static Stream<NextEpisode> next(UpNextShow show, Map<MediaId, ItemSummary> summaries) {
        ItemSummary episode = summaries.get(nextOf(show).id());
        return episode == null ? Stream.of() : Stream.of(new NextEpisode(episode, show));
    }

    private static List<HomeItem> section(List<HomeRow> rows, int part, Map<MediaId, ItemSummary> summaries) {
        return rows.stream()
                .filter(row -> row.part() == part)
                .flatMap(row -> item(row, summaries.get(row.item())))
                .limit(ITEMS)
                .toList();
    }

    private static Stream<HomeItem> item(HomeRow row, @Nullable ItemSummary summary) {
        if (summary == null) {
            return Stream.empty();
        }
        return Stream.of(
                row.part() == HomeStore.RECENT
                        ? new HomeItem(summary, WatchedTime.stored(row.at(), row.number()), 0)
                        : new HomeItem(summary, WatchedTime.of(row.at()), row.number()));
    }

    private static Stream<UpcomingEpisode> upcoming(Airing airing, ZoneId zone, Map<MediaId, ItemSummary> summaries) {
        ItemSummary episode = summaries.get(airing.episode());
        return episode == null
                ? Stream.empty()
                : Stream.of(new UpcomingEpisode(episode, day(airing, zone), airing.at()));
    }

    /// A provisional item is known to the friend only, so it is left out (`docs/domain.md#unknown-titles`).
    private static Stream<FriendPlay> friendPlay(
            FriendRow row, Map<UserId, Account> seen, Map<MediaId, ItemSummary> summaries) {
        Account friend = seen.get(row.friend());
        ItemSummary item = summaries.get(row.item());
        return friend == null || item == null || item.provisional()
                ? Stream.of()
                : Stream.of(new FriendPlay(friend, item, row.time()));
    }
}
