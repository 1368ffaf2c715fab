package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.Viewer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Users who watch or watched an item: only those visible to the viewer, checked at each call
/// (`docs/security.md#sec-p2`).
public final class ItemWatchers {

    private static final int MAX_TOP_WATCHERS = 14;

    /// Maximum number of users that are considered for one item; users with fewer plays are not top watchers.
    private static final int MAX_CONSIDERED = 1_000;

    /// Number of items in the cache.
    private static final int MAX_CACHED_ITEMS = 500;

    private static final Comparator<ItemWatcherStore.Plays> BY_PLAYS_THEN_NAME = Comparator.comparingInt(
                    ItemWatcherStore.Plays::plays)
            .reversed()
            .thenComparing(account -> account.name().toLowerCase(Locale.ROOT));

    private final Database database;
    private final Accounts accounts;
    private final ProfileAccess access;
    private final InstantSource clock;
    private final Cache<MediaId, List<ItemWatcherStore.Plays>> topWatchersCache;

    public ItemWatchers(Database database, Accounts accounts, ProfileAccess access, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
        this.topWatchersCache = MinuteCache.create(clock, MAX_CACHED_ITEMS);
    }

    /// Up to 14 visible users with the most plays of a movie or of the episodes of a show, most plays first. The
    /// counts, and the end of a protection, may be one minute old; the check of visibility is current.
    public List<TopWatcher> topWatchers(Viewer viewer, MediaId item) {
        // Usually the first page is enough.
        return withoutHidden(viewer, topWatchersCache.get(item, this::loadTop))
                .gather(Gatherers.windowFixed(MAX_TOP_WATCHERS))
                .flatMap(page -> seen(viewer, page).stream())
                .limit(MAX_TOP_WATCHERS)
                .toList();
    }

    private List<ItemWatcherStore.Plays> loadTop(MediaId item) {
        return database.read(tx -> ItemWatcherStore.topByPlays(tx, item, MAX_CONSIDERED)).stream()
                .sorted(BY_PLAYS_THEN_NAME)
                .toList();
    }

    /// Skips users who are certainly invisible to the viewer, so that many protected users cost nothing.
    private Stream<ItemWatcherStore.Plays> withoutHidden(Viewer viewer, List<ItemWatcherStore.Plays> all) {
        if (all.stream().noneMatch(ItemWatcherStore.Plays::hidden)) {
            return all.stream();
        }
        Set<UserId> trusted = access.protectedVisibleTo(viewer);
        return all.stream().filter(watching -> !watching.hidden() || trusted.contains(watching.user()));
    }

    /// Visible users who are watching the item or have checked in, last started first; for a show any of its
    /// episodes.
    public List<CurrentWatcher> now(Viewer viewer, MediaId item) {
        List<ItemWatcherStore.Watching> all = database.read(tx -> ItemWatcherStore.now(tx, item, clock.instant()));
        Map<UserId, Account> seen =
                seenOf(viewer, all.stream().map(ItemWatcherStore.Watching::user).toList(), ProfileSection.WATCHING);
        List<CurrentWatcher> present = new ArrayList<>();
        for (ItemWatcherStore.Watching watching : all) {
            Account account = seen.get(watching.user());
            if (account != null) {
                present.add(new CurrentWatcher(account, watching.item()));
            }
        }
        return present;
    }

    private List<TopWatcher> seen(Viewer viewer, List<ItemWatcherStore.Plays> page) {
        Map<UserId, Account> seen =
                seenOf(viewer, page.stream().map(ItemWatcherStore.Plays::user).toList(), ProfileSection.HISTORY);
        List<TopWatcher> watchers = new ArrayList<>();
        for (ItemWatcherStore.Plays plays : page) {
            Account account = seen.get(plays.user());
            if (account != null) {
                watchers.add(new TopWatcher(account, plays.plays()));
            }
        }
        return watchers;
    }

    private Map<UserId, Account> seenOf(Viewer viewer, Collection<UserId> users, ProfileSection section) {
        Map<UserId, Account> byUser = new HashMap<>();
        access.viewOf(viewer, accounts.all(users).values()).forEach((user, profile) -> {
            if (profile.shows(section)) {
                byUser.put(user, profile.account());
            }
        });
        return byUser;
    }
}
