package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.store.Database;
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

/// Who watches a thing: only people whom the viewer may see, decided each time (`security.md` 7, SEC-P2).
public final class Audience {

    private static final int TOP = 14;

    /// Only so many of a thing are looked at; whoever played it less is not among its most faithful.
    private static final int CONSIDERED = 1_000;

    /// Of how many things that is remembered.
    private static final int THINGS = 500;

    private static final Comparator<AudienceStore.Plays> BY_PLAYS_THEN_NAME = Comparator.comparingInt(
                    AudienceStore.Plays::plays)
            .reversed()
            .thenComparing(one -> one.name().toLowerCase(Locale.ROOT));

    private final Database database;
    private final Accounts accounts;
    private final Gate gate;
    private final InstantSource clock;
    private final Cache<MediaId, List<AudienceStore.Plays>> faithful;

    public Audience(Database database, Accounts accounts, Gate gate, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.gate = gate;
        this.clock = clock;
        this.faithful = Remembered.forAMinute(clock, THINGS);
    }

    /// Up to 14 users who played a movie or the episodes of a show most, the most faithful first. How often, and who
    /// hides no longer, may be a minute old; that nobody is named who may not be seen is decided now.
    public List<Watcher> topWatchers(Viewer viewer, MediaId item) {
        // Mostly the first page may be seen.
        return possible(viewer, faithful.get(item, this::mostFaithful))
                .gather(Gatherers.windowFixed(TOP))
                .flatMap(page -> seen(viewer, page).stream())
                .limit(TOP)
                .toList();
    }

    private List<AudienceStore.Plays> mostFaithful(MediaId item) {
        return database.read(tx -> AudienceStore.mostPlays(tx, item, CONSIDERED)).stream()
                .sorted(BY_PLAYS_THEN_NAME)
                .toList();
    }

    /// Without those who surely hide from the viewer, so that a crowd of hidden people costs nothing.
    private Stream<AudienceStore.Plays> possible(Viewer viewer, List<AudienceStore.Plays> all) {
        if (all.stream().noneMatch(AudienceStore.Plays::hidden)) {
            return all.stream();
        }
        Set<UserId> trusted = gate.trusting(viewer);
        return all.stream().filter(one -> !one.hidden() || trusted.contains(one.user()));
    }

    /// Who watches it or is checked in to it right now, who began last first; of a show, any of its episodes.
    public List<Present> now(Viewer viewer, MediaId item) {
        List<AudienceStore.Watching> all = database.read(tx -> AudienceStore.now(tx, item, clock.instant()));
        Map<UserId, Account> seen =
                seenOf(viewer, all.stream().map(AudienceStore.Watching::user).toList());
        List<Present> present = new ArrayList<>();
        for (AudienceStore.Watching one : all) {
            Account account = seen.get(one.user());
            if (account != null) {
                present.add(new Present(account, one.item()));
            }
        }
        return present;
    }

    private List<Watcher> seen(Viewer viewer, List<AudienceStore.Plays> page) {
        Map<UserId, Account> seen =
                seenOf(viewer, page.stream().map(AudienceStore.Plays::user).toList());
        List<Watcher> watchers = new ArrayList<>();
        for (AudienceStore.Plays one : page) {
            Account account = seen.get(one.user());
            if (account != null) {
                watchers.add(new Watcher(account, one.plays()));
            }
        }
        return watchers;
    }

    private Map<UserId, Account> seenOf(Viewer viewer, Collection<UserId> users) {
        Map<UserId, Account> people = new HashMap<>(accounts.all(users));
        people.keySet().retainAll(gate.seen(viewer, people.values()));
        return people;
    }
}
