package dev.spoolmark.collection;

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
import java.util.stream.Gatherers;

/// What everyone owns: movies and episodes on their shelves. A show is owned episode by episode.
public final class CollectionItems {

    /// How much one person may own (`docs/security.md#quotas`).
    public static final int MOST = 200_000;

    /// How many items share a transaction, so that a large library does not keep others from writing.
    private static final int ITEMS_A_TRANSACTION = 500;

    private final Database database;
    private final ActivityStamps timeline;
    private final InstantSource clock;
    private final int max;
    private final CollectionItemStore store = new CollectionItemStore();

    public CollectionItems(Database database, ActivityStamps timeline, InstantSource clock) {
        this(database, timeline, clock, MOST);
    }

    CollectionItems(Database database, ActivityStamps timeline, InstantSource clock, int max) {
        this.database = database;
        this.timeline = timeline;
        this.clock = clock;
        this.max = max;
    }

    /// Puts movies on the shelf, and says which of them were not there before. Those that were keep their time, so
    /// that repeating a call does no harm.
    public Set<MediaId> addMovies(UserId user, Collection<MovieId> movies) {
        return add(user, movies, CollectionEntry::of);
    }

    /// Puts episodes of one show on the shelf, and says which of them were not there before.
    public Set<MediaId> addEpisodes(UserId user, ShowId show, Collection<EpisodeId> episodes) {
        return add(user, episodes, episode -> CollectionEntry.of(episode, show));
    }

    /// Takes these off the shelf; returns how many were there.
    public int remove(UserId user, Collection<? extends MediaId> items) {
        Instant now = clock.instant();
        return items.stream()
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .mapToInt(batch -> database.write(tx -> remove(tx, user, batch, now)))
                .sum();
    }

    /// Takes all episodes of a show off the shelf, specials too; returns how many were there.
    public int removeShow(UserId user, ShowId show) {
        Instant now = clock.instant();
        return database.write(tx -> {
            int removed = store.removeShow(tx, user, show);
            if (removed > 0) {
                timeline.changed(tx, user, List.of(area(Kind.EPISODE)), now);
            }
            return removed;
        });
    }

    /// Since when one person owns these movies and episodes; what they do not own is absent.
    public Map<MediaId, Instant> since(ProfileView profile, Collection<? extends MediaId> items) {
        return database.read(tx -> store.since(tx, profile.owner(), items));
    }

    /// The movies that one person owns, in no order that means anything.
    public List<MovieId> movies(ProfileView profile) {
        return database.read(tx -> store.movies(tx, profile.owner()));
    }

    /// The shows of which one person owns an episode, in no order that means anything.
    public List<ShowId> shows(ProfileView profile) {
        return database.read(tx -> store.shows(tx, profile.owner()));
    }

    /// The episodes of these shows that one person owns.
    public Map<ShowId, Set<EpisodeId>> episodes(ProfileView profile, Collection<ShowId> shows) {
        return database.read(tx -> store.episodes(tx, profile.owner(), shows));
    }

    private <I extends MediaId> Set<MediaId> add(
            UserId user, Collection<I> items, java.util.function.Function<I, CollectionEntry> copy) {
        Set<I> distinct = new LinkedHashSet<>(items);
        enforceLimit(user, distinct);
        Instant now = clock.instant();
        Set<MediaId> added = new HashSet<>();
        distinct.stream()
                .map(copy)
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .forEach(batch -> added.addAll(database.write(tx -> add(tx, user, batch, now))));
        return added;
    }

    private List<MediaId> add(Tx tx, UserId user, List<CollectionEntry> copies, Instant now) {
        List<MediaId> added = store.add(tx, user, copies, now);
        bumpStamps(tx, user, added, now);
        return added;
    }

    private int remove(Tx tx, UserId user, List<? extends MediaId> items, Instant now) {
        List<MediaId> removed = store.remove(tx, user, items);
        bumpStamps(tx, user, removed, now);
        return removed.size();
    }

    /// All or nothing: what does not fit as a whole is refused before the first of it is kept.
    private void enforceLimit(UserId user, Set<? extends MediaId> items) {
        long after = database.read(tx -> {
            int owned = store.count(tx, user);
            return owned + items.size() <= max
                    ? owned
                    : owned + items.size() - store.since(tx, user, items).size();
        });
        if (after > max) {
            throw new ProblemException(new Problem.TooMany(max, "items in your library"));
        }
    }

    private void bumpStamps(Tx tx, UserId user, List<MediaId> changed, Instant now) {
        List<String> areas = MediaId.byKind(changed).keySet().stream()
                .map(CollectionItems::area)
                .toList();
        timeline.changed(tx, user, areas, now);
    }

    private static String area(Kind kind) {
        return kind.key() + ".collection";
    }
}
