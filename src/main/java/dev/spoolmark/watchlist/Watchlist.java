package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Gatherers;

/// What everyone means to watch: movies, shows and single episodes.
public final class Watchlist {

    /// How much one person may mean to watch (`docs/security.md#quotas`).
    public static final int MOST = 200_000;

    /// How many items share a transaction, so that a long list does not keep others from writing.
    private static final int ITEMS_A_TRANSACTION = 500;

    private final Database database;
    private final ActivityStamps timeline;
    private final InstantSource clock;
    private final int max;
    private final WatchlistStore store = new WatchlistStore();

    public Watchlist(Database database, ActivityStamps timeline, InstantSource clock) {
        this(database, timeline, clock, MOST);
    }

    Watchlist(Database database, ActivityStamps timeline, InstantSource clock, int max) {
        this.database = database;
        this.timeline = timeline;
        this.clock = clock;
        this.max = max;
    }

    /// Lists movies, and says which of them were not there before. Those that were keep their time and place.
    public Set<MediaId> addMovies(UserId user, Collection<MovieId> movies) {
        return add(user, movies, WatchlistEntry::of);
    }

    /// Lists shows, and says which of them were not there before.
    public Set<MediaId> addShows(UserId user, Collection<ShowId> shows) {
        return add(user, shows, WatchlistEntry::of);
    }

    /// Lists episodes of one show, and says which of them were not there before.
    public Set<MediaId> addEpisodes(UserId user, ShowId show, Collection<EpisodeId> episodes) {
        return add(user, episodes, episode -> WatchlistEntry.of(episode, show));
    }

    /// Takes these off the list; returns how many were there.
    public int remove(UserId user, Collection<? extends MediaId> items) {
        Instant now = clock.instant();
        return items.stream()
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .mapToInt(batch -> database.write(tx -> remove(tx, user, batch, now)))
                .sum();
    }

    /// Takes these off the list inside a transaction that is under way: what was watched is not to be watched any
    /// more.
    public int remove(Tx tx, UserId user, Collection<? extends MediaId> items, Instant now) {
        List<MediaId> removed = store.remove(tx, user, List.copyOf(items));
        bumpStamps(tx, user, removed, now);
        return removed.size();
    }

    /// Since when these are on one person's watchlist; what is not on it is absent.
    public Map<MediaId, Instant> since(ProfileView profile, Collection<? extends MediaId> items) {
        return database.read(tx -> store.since(tx, profile.owner(), items));
    }

    /// What one person means to watch of a kind, newest first.
    public List<MediaId> of(ProfileView profile, Kind kind) {
        return database.read(tx -> store.of(tx, profile.owner(), kind));
    }

    /// The shows of which one person means to watch single episodes, that of the newest first.
    public List<ShowId> showsOfEpisodes(ProfileView profile) {
        return database.read(tx -> store.showsOfEpisodes(tx, profile.owner()));
    }

    /// The single episodes of these shows that one person means to watch, newest first.
    public Map<ShowId, List<EpisodeId>> episodes(ProfileView profile, Collection<ShowId> shows) {
        return database.read(tx -> store.episodes(tx, profile.owner(), shows));
    }

    private <I extends MediaId> Set<MediaId> add(UserId user, Collection<I> items, Function<I, WatchlistEntry> wish) {
        Set<I> distinct = new LinkedHashSet<>(items);
        enforceLimit(user, distinct);
        Instant now = clock.instant();
        Set<MediaId> added = new HashSet<>();
        distinct.stream()
                .map(wish)
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .forEach(batch -> added.addAll(database.write(tx -> add(tx, user, batch, now))));
        return added;
    }

    private List<MediaId> add(Tx tx, UserId user, List<WatchlistEntry> wishes, Instant now) {
        List<MediaId> added = store.add(tx, user, wishes, now);
        bumpStamps(tx, user, added, now);
        return added;
    }

    /// All or nothing: what does not fit as a whole is refused before the first of it is kept.
    private void enforceLimit(UserId user, Set<? extends MediaId> items) {
        long after = database.read(tx -> {
            int listed = store.count(tx, user);
            return listed + items.size() <= max
                    ? listed
                    : listed + items.size() - store.since(tx, user, items).size();
        });
        if (after > max) {
            throw new ProblemException(new Problem.TooMany(max, "items in your watchlist"));
        }
    }

    private void bumpStamps(Tx tx, UserId user, List<MediaId> changed, Instant now) {
        List<String> areas = MediaId.byKind(changed).keySet().stream()
                .map(kind -> kind.key() + ".watchlist")
                .toList();
        timeline.changed(tx, user, areas, now);
    }
}
