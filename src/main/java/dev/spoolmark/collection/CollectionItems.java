package dev.spoolmark.collection;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.ListedItemQuery.Owner;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.activity.RemovalSource;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.activity.UserItemSet;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.catalog.merge.UserItemTable.Entry;
import dev.spoolmark.catalog.merge.UserItemTable.NewRow;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The movies and episodes in the collections of users. A show is collected episode by episode.
public final class CollectionItems {

    /// The highest number of items in one collection (`docs/security.md#quotas`).
    public static final int MAX_ITEMS = 200_000;

    private static final RemovedItems REMOVED = new RemovedItems(RemovalSource.COLLECTION);

    /// A show has up to some thousand episodes.
    private static final int SHOWS_A_TRANSACTION = 20;

    private final Database database;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final UserItemSet items;
    private final CollectionItemStore store = new CollectionItemStore();

    public CollectionItems(Database database, ActivityStamps stamps, InstantSource clock) {
        this(database, stamps, clock, MAX_ITEMS);
    }

    CollectionItems(Database database, ActivityStamps stamps, InstantSource clock, int max) {
        this.database = database;
        this.stamps = stamps;
        this.clock = clock;
        this.items = new UserItemSet(
                database, stamps, CollectionItemStore.TABLE, ActivityType.COLLECTION, max, "items in your library");
    }

    /// All collected items as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(CollectionItemStore.TABLE);
    }

    /// Moves collected items when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(CollectionItemStore.TABLE, ActivityType.COLLECTION, stamps);
    }

    /// Adds movies. Those that are there already keep their time, so repeating a call does no harm.
    ///
    /// @return the movies that were not there before
    public Set<MediaId> addMovies(UserId user, Collection<MovieId> movies) {
        return add(user, movies.stream().map(Entry::of));
    }

    /// Adds episodes of one show.
    ///
    /// @return the episodes that were not there before
    public Set<MediaId> addEpisodes(UserId user, ShowId show, Collection<EpisodeId> episodes) {
        return add(user, episodes.stream().map(episode -> Entry.of(episode, show)));
    }

    /// Removes movies and episodes.
    ///
    /// @return how many were there
    public int remove(UserId user, Collection<? extends MediaId> removed) {
        return items.remove(user, removed, clock.instant());
    }

    /// Removes all episodes of a show, including specials.
    ///
    /// @return how many were there
    public int removeShow(UserId user, ShowId show) {
        return removeShows(user, List.of(show));
    }

    /// Removes all episodes of these shows, including specials.
    ///
    /// @return how many episodes were there
    public int removeShows(UserId user, Collection<ShowId> shows) {
        Instant now = clock.instant();
        return shows.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .mapToInt(batch -> database.write(tx -> removeShows(tx, user, batch, now)))
                .sum();
    }

    private int removeShows(Tx tx, UserId user, List<ShowId> shows, Instant now) {
        List<MediaId> removed = store.removeShows(tx, user, shows);
        stamps.changed(tx, user, ActivityChange.removed(ActivityType.COLLECTION, removed), now);
        return removed.size();
    }

    /// When the owner of a profile collected these movies and episodes. Items that are not collected are absent.
    public Map<MediaId, Instant> since(ProfileView profile, Collection<? extends MediaId> requested) {
        return database.read(tx -> store.since(tx, profile.owner(ProfileSection.COLLECTION), requested));
    }

    /// Replaces the details of a collected movie or episode.
    ///
    /// @return whether the item is collected
    public boolean setDetails(UserId user, MediaId item, CollectedDetails details) {
        return database.write(tx -> {
            boolean isCollected = store.setDetails(tx, user, item, details);
            if (isCollected) {
                stamps.changed(tx, user, List.of(ActivityChange.added(ActivityType.COLLECTION, item)), clock.instant());
            }
            return isCollected;
        });
    }

    /// The details of these movies and episodes. Items without any are absent.
    public Map<MediaId, CollectedDetails> details(ProfileView profile, Collection<? extends MediaId> requested) {
        return database.read(tx -> store.details(tx, profile.owner(ProfileSection.COLLECTION), requested));
    }

    /// Collected movies, and shows with collected episodes, by pages. A show was added with the last of these.
    ///
    /// @param after where the last page ended
    public ListedItemPage page(ProfileView profile, ItemSelection selection, Optional<ItemPosition> after, int size) {
        Owner owner = Owner.of(profile.owner(ProfileSection.COLLECTION).value());
        return database.read(tx -> CollectionItemStore.PAGES.page(tx, owner, selection, after, size, clock.instant()));
    }

    /// How many movies and shows a selection has.
    public int count(ProfileView profile, ItemSelection selection) {
        Owner owner = Owner.of(profile.owner(ProfileSection.COLLECTION).value());
        return database.read(tx ->
                CollectionItemStore.PAGES.count(tx, owner, selection, Optional.empty(), MAX_ITEMS, clock.instant()));
    }

    /// Removes movies, episodes, and shows with all their episodes. [#restore] undoes it.
    public Removal removeUndoably(UserId user, Collection<? extends MediaId> removed) {
        Instant now = clock.instant();
        List<ShowId> shows = removed.stream()
                .filter(ShowId.class::isInstance)
                .map(ShowId.class::cast)
                .distinct()
                .toList();
        List<MediaId> others = removed.stream()
                .filter(item -> !(item instanceof ShowId))
                .<MediaId>map(item -> item)
                .toList();
        int episodes = shows.stream()
                .gather(Gatherers.windowFixed(SHOWS_A_TRANSACTION))
                .mapToInt(batch -> database.write(
                        tx -> items.removeUndoably(tx, user, store.episodesOf(tx, user, batch), REMOVED, now)))
                .sum();
        return new Removal(
                now, episodes + items.removeUndoably(user, others, REMOVED, now).items());
    }

    /// Puts the items of a removal back, with their times.
    ///
    /// @param removedAt time of the removal
    /// @return how many movies and episodes are back; 0 after 10 minutes
    /// @throws ProblemException with [Problem.TooMany] if the collection would have too many items
    public int restore(UserId user, Instant removedAt) {
        return items.restore(user, REMOVED, removedAt, clock.instant());
    }

    /// The collected movies, by id.
    public List<MovieId> movies(ProfileView profile) {
        return database.read(tx -> store.movies(tx, profile.owner(ProfileSection.COLLECTION)));
    }

    /// The shows with at least one collected episode, by id.
    public List<ShowId> shows(ProfileView profile) {
        return database.read(tx -> store.shows(tx, profile.owner(ProfileSection.COLLECTION)));
    }

    /// The collected episodes of these shows.
    public Map<ShowId, Set<EpisodeId>> episodes(ProfileView profile, Collection<ShowId> shows) {
        return database.read(tx -> store.episodes(tx, profile.owner(ProfileSection.COLLECTION), shows));
    }

    private Set<MediaId> add(UserId user, Stream<Entry> entries) {
        Instant now = clock.instant();
        return items.add(
                user,
                entries,
                (tx, batch) -> batch.stream()
                        .map(entry -> new NewRow(entry, List.of(now)))
                        .toList(),
                now);
    }

    /// The collected items of a kind, movies or episodes, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<CollectedItem> page(ProfileView profile, Kind kind, @Nullable CollectedItem after, int max) {
        long item = after == null ? 0 : after.item().value();
        return database.read(tx -> store.page(tx, profile.owner(ProfileSection.COLLECTION), kind, item, max));
    }

    /// The shows with collected episodes and their totals, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<CollectedShow> shows(ProfileView profile, @Nullable CollectedShow after, int max) {
        long show = after == null ? 0 : after.show().value();
        return database.read(tx -> store.shows(tx, profile.owner(ProfileSection.COLLECTION), show, max));
    }

    /// The collected episodes of these shows with their times, by id. All are in memory.
    public Map<ShowId, List<CollectedItem>> collectedEpisodes(ProfileView profile, List<ShowId> shows) {
        return database.read(tx -> store.collectedEpisodes(tx, profile.owner(ProfileSection.COLLECTION), shows));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("collected", "kind", "item_id").shownAs("collection"));
    }
}
