package dev.spoolmark.watchlist;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.ListedItemQuery.Owner;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The watchlists of users: movies, shows and episodes.
public final class Watchlist {

    /// The highest number of items on one watchlist (`docs/security.md#quotas`).
    public static final int MAX_ITEMS = 200_000;

    private final Database database;
    private final InstantSource clock;
    private final UserItemSet items;
    private final WatchlistStore store = new WatchlistStore();

    public Watchlist(Database database, ActivityStamps stamps, InstantSource clock) {
        this(database, stamps, clock, MAX_ITEMS);
    }

    Watchlist(Database database, ActivityStamps stamps, InstantSource clock, int max) {
        this.database = database;
        this.clock = clock;
        this.items = new UserItemSet(
                database, stamps, WatchlistStore.TABLE.items(), ActivityType.WATCHLIST, max, "items in your watchlist");
    }

    /// All entries as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(WatchlistStore.TABLE.items());
    }

    /// The rank of the last entry; 0 if there is none.
    public static int lastRank(Tx tx, UserId user) {
        return WatchlistStore.TABLE.lastRank(tx, user);
    }

    /// Moves watchlist entries when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(WatchlistStore.TABLE.items(), ActivityType.WATCHLIST, stamps);
    }

    /// Adds movies. Those that are there already keep their time and rank.
    ///
    /// @return the movies that were not there before
    public Set<MediaId> addMovies(UserId user, Collection<MovieId> movies) {
        return add(user, movies.stream().map(Entry::of));
    }

    /// Adds shows.
    ///
    /// @return the shows that were not there before
    public Set<MediaId> addShows(UserId user, Collection<ShowId> shows) {
        return add(user, shows.stream().map(Entry::of));
    }

    /// Adds episodes of one show.
    ///
    /// @return the episodes that were not there before
    public Set<MediaId> addEpisodes(UserId user, ShowId show, Collection<EpisodeId> episodes) {
        return add(user, episodes.stream().map(episode -> Entry.of(episode, show)));
    }

    /// Removes items.
    ///
    /// @return how many were there
    public int remove(UserId user, Collection<? extends MediaId> removed) {
        return items.remove(user, removed, clock.instant());
    }

    /// Removes items that have been watched, in the transaction that stores the plays.
    ///
    /// @return how many were there
    public int remove(Tx tx, UserId user, Collection<? extends MediaId> removed, Instant now) {
        return items.remove(tx, user, removed, now);
    }

    /// When these items were added. Items that are not on the watchlist are absent.
    public Map<MediaId, Instant> since(ProfileView profile, Collection<? extends MediaId> requested) {
        return database.read(tx -> WatchlistStore.TABLE.since(tx, profile.owner(ProfileSection.WATCHLIST), requested));
    }

    /// The items of a kind, newest first.
    public List<MediaId> of(ProfileView profile, Kind kind) {
        return database.read(tx -> store.of(tx, profile.owner(ProfileSection.WATCHLIST), kind));
    }

    /// Items of the watchlist by pages.
    ///
    /// @param after where the last page ended
    public ListedItemPage page(ProfileView profile, ItemSelection selection, Optional<ItemPosition> after, int size) {
        Owner owner = Owner.of(profile.owner(ProfileSection.WATCHLIST).value());
        return database.read(
                tx -> WatchlistStore.TABLE.pages().page(tx, owner, selection, after, size, clock.instant()));
    }

    /// How many items a selection has.
    public int count(ProfileView profile, ItemSelection selection) {
        return count(profile, selection, Optional.empty());
    }

    /// How many items of a selection there are up to a position.
    public int count(ProfileView profile, ItemSelection selection, Optional<ItemPosition> upTo) {
        Owner owner = Owner.of(profile.owner(ProfileSection.WATCHLIST).value());
        return database.read(
                tx -> WatchlistStore.TABLE.pages().count(tx, owner, selection, upTo, MAX_ITEMS, clock.instant()));
    }

    /// Removals that can be undone, the order of the items, and notes.
    public WatchlistArrangement arrangement() {
        return new WatchlistArrangement(database, items, clock);
    }

    /// The shows with single episodes on the watchlist, by the newest of these episodes.
    public List<ShowId> showsOfEpisodes(ProfileView profile) {
        return database.read(tx -> store.showsOfEpisodes(tx, profile.owner(ProfileSection.WATCHLIST)));
    }

    /// The single episodes of these shows, newest first.
    public Map<ShowId, List<EpisodeId>> episodes(ProfileView profile, Collection<ShowId> shows) {
        return database.read(tx -> store.episodes(tx, profile.owner(ProfileSection.WATCHLIST), shows));
    }

    private Set<MediaId> add(UserId user, Stream<Entry> entries) {
        Instant now = clock.instant();
        return items.add(user, entries, (tx, batch) -> WatchlistStore.TABLE.newRows(tx, user, batch, now), now);
    }

    /// All items, by kind and id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<WatchlistEntry> page(ProfileView profile, @Nullable WatchlistEntry after, int max) {
        MediaId item = after == null ? null : after.item();
        return database.read(tx ->
                WatchlistStore.TABLE.page(tx, profile.owner(ProfileSection.WATCHLIST), item, max, WatchlistEntry::new));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("watchlist_item", "kind", "item_id").shownAs("watchlist"));
    }
}
