package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
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

/// Who watches a thing: only people whom the viewer may see, decided each time (`docs/security.md#sec-p2`).
public final class ItemWatchers {

    private static final int TOP = 14;

    /// Only so many of a thing are looked at; whoever played it less is not among its most faithful.
    private static final int CONSIDERED = 1_000;

    /// Of how many things that is remembered.
    private static final int THINGS = 500;

    private static final Comparator<ItemWatcherStore.Plays> BY_PLAYS_THEN_NAME = Comparator.comparingInt(
                    ItemWatcherStore.Plays::plays)
            .reversed()
            .thenComparing(one -> one.name().toLowerCase(Locale.ROOT));

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
        this.topWatchersCache = MinuteCache.create(clock, THINGS);
    }

    /// Up to 14 users who played a movie or the episodes of a show most, the most faithful first. How often, and who
    /// hides no longer, may be a minute old; that nobody is named who may not be seen is decided now.
    public List<TopWatcher> topWatchers(Viewer viewer, MediaId item) {
        // Mostly the first page may be seen.
        return possible(viewer, topWatchersCache.get(item, this::loadTop))
                .gather(Gatherers.windowFixed(TOP))
                .flatMap(page -> seen(viewer, page).stream())
                .limit(TOP)
                .toList();
    }

    private List<ItemWatcherStore.Plays> loadTop(MediaId item) {
        return database.read(tx -> ItemWatcherStore.mostPlays(tx, item, CONSIDERED)).stream()
                .sorted(BY_PLAYS_THEN_NAME)
                .toList();
    }

    /// Without those who surely hide from the viewer, so that a crowd of hidden people costs nothing.
    private Stream<ItemWatcherStore.Plays> possible(Viewer viewer, List<ItemWatcherStore.Plays> all) {
        if (all.stream().noneMatch(ItemWatcherStore.Plays::hidden)) {
            return all.stream();
        }
        Set<UserId> trusted = access.protectedVisibleTo(viewer);
        return all.stream().filter(one -> !one.hidden() || trusted.contains(one.user()));
    }

    /// Who watches it or is checked in to it right now, who began last first; of a show, any of its episodes.
    public List<CurrentWatcher> now(Viewer viewer, MediaId item) {
        List<ItemWatcherStore.Watching> all = database.read(tx -> ItemWatcherStore.now(tx, item, clock.instant()));
        Map<UserId, Account> seen =
                seenOf(viewer, all.stream().map(ItemWatcherStore.Watching::user).toList());
        List<CurrentWatcher> present = new ArrayList<>();
        for (ItemWatcherStore.Watching one : all) {
            Account account = seen.get(one.user());
            if (account != null) {
                present.add(new CurrentWatcher(account, one.item()));
            }
        }
        return present;
    }

    private List<TopWatcher> seen(Viewer viewer, List<ItemWatcherStore.Plays> page) {
        Map<UserId, Account> seen =
                seenOf(viewer, page.stream().map(ItemWatcherStore.Plays::user).toList());
        List<TopWatcher> watchers = new ArrayList<>();
        for (ItemWatcherStore.Plays one : page) {
            Account account = seen.get(one.user());
            if (account != null) {
                watchers.add(new TopWatcher(account, one.plays()));
            }
        }
        return watchers;
    }

    private Map<UserId, Account> seenOf(Viewer viewer, Collection<UserId> users) {
        Map<UserId, Account> people = new HashMap<>(accounts.all(users));
        people.keySet().retainAll(access.visibleTo(viewer, people.values()));
        return people;
    }
}
