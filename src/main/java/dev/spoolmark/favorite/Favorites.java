package dev.spoolmark.favorite;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.ItemNote;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.ListedItemQuery.Owner;
import dev.spoolmark.activity.RankedItemTable;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.activity.RemovalSource;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.activity.UserItemSet;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.catalog.merge.UserItemTable.Entry;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
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

/// The favourite movies and shows of users, in an order of their own. Plays do not remove favourites.
public final class Favorites {

    /// The highest number of favourites of one user (`docs/security.md#quotas`).
    public static final int MAX_ITEMS = 1_000;

    private static final RankedItemTable TABLE = new RankedItemTable("favorite_item", MAX_ITEMS);
    private static final RemovedItems REMOVED = new RemovedItems(RemovalSource.FAVORITES);

    private final Database database;
    private final InstantSource clock;
    private final UserItemSet items;

    public Favorites(Database database, ActivityStamps stamps, InstantSource clock) {
        this(database, stamps, clock, MAX_ITEMS);
    }

    Favorites(Database database, ActivityStamps stamps, InstantSource clock, int max) {
        this.database = database;
        this.clock = clock;
        this.items = new UserItemSet(database, stamps, TABLE.items(), ActivityType.FAVORITE, max, "favorites");
    }

    /// All entries as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(TABLE.items());
    }

    /// The rank of the last entry; 0 if there is none.
    public static int lastRank(Tx tx, UserId user) {
        return TABLE.lastRank(tx, user);
    }

    /// Moves favourites when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(TABLE.items(), ActivityType.FAVORITE, stamps);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("favorite_item", "kind", "item_id").shownAs("favorites"));
    }

    /// Adds movies. Those that are there already keep their time, rank and note.
    ///
    /// @return the movies that were not there before
    /// @throws ProblemException with [Problem.TooMany] if the user would have too many favourites
    public Set<MediaId> addMovies(UserId user, Collection<MovieId> movies) {
        return add(user, movies.stream().map(Entry::of));
    }

    /// Adds shows.
    ///
    /// @return the shows that were not there before
    /// @throws ProblemException with [Problem.TooMany] if the user would have too many favourites
    public Set<MediaId> addShows(UserId user, Collection<ShowId> shows) {
        return add(user, shows.stream().map(Entry::of));
    }

    private Set<MediaId> add(UserId user, Stream<Entry> entries) {
        Instant now = clock.instant();
        return items.add(user, entries, (tx, batch) -> TABLE.newRows(tx, user, batch, now), now);
    }

    /// Removes items. [#restore] undoes it.
    public Removal remove(UserId user, Collection<? extends MediaId> removed) {
        return items.removeUndoably(user, removed, REMOVED, clock.instant());
    }

    /// Puts the items of a removal back, with their time, position and note.
    ///
    /// @param removedAt time of the removal
    /// @return how many are back; 0 after 10 minutes
    /// @throws ProblemException with [Problem.TooMany] if the user would have too many favourites
    public int restore(UserId user, Instant removedAt) {
        return items.restore(user, REMOVED, removedAt, clock.instant());
    }

    /// Moves an item to a place.
    ///
    /// @param number of the place, from 1; a number beyond the end is the end
    /// @return whether the item is a favourite
    /// @throws ProblemException with [Problem.Invalid] for a number below 1
    public boolean move(UserId user, MediaId item, int number) {
        if (number < 1) {
            throw new ProblemException(new Problem.Invalid("position"));
        }
        return database.write(tx -> TABLE.order().move(tx, List.of(user.value()), item, Math.min(number, MAX_ITEMS)));
    }

    /// Moves an item by some places, at most to an end.
    ///
    /// @param places negative for a move towards the beginning
    /// @return whether the item is a favourite
    public boolean moveBy(UserId user, MediaId item, int places) {
        return database.write(tx -> TABLE.order().moveBy(tx, List.of(user.value()), item, places));
    }

    /// Sets the note of an item; an empty text removes it.
    ///
    /// @return whether the item is a favourite
    /// @throws ProblemException with [Problem.Invalid] if the note has more than 500 characters
    public boolean note(UserId user, MediaId item, String note) {
        String text = ItemNote.clean(note);
        return database.write(tx -> TABLE.setNote(tx, user, item, text.isEmpty() ? null : text));
    }

    /// When these items were added. Items that are no favourites are absent.
    public Map<MediaId, Instant> since(ProfileView profile, Collection<? extends MediaId> requested) {
        return database.read(tx -> TABLE.since(tx, profile.owner(ProfileSection.FAVORITES), requested));
    }

    /// Favourites by pages, in the order of the selection: [ItemOrder#RANK] is that of the user.
    ///
    /// @param after where the last page ended
    public ListedItemPage page(ProfileView profile, ItemSelection selection, Optional<ItemPosition> after, int size) {
        Owner owner = Owner.of(profile.owner(ProfileSection.FAVORITES).value());
        return database.read(tx -> TABLE.pages().page(tx, owner, selection, after, size, clock.instant()));
    }

    /// How many favourites a selection has.
    public int count(ProfileView profile, ItemSelection selection) {
        Owner owner = Owner.of(profile.owner(ProfileSection.FAVORITES).value());
        return database.read(
                tx -> TABLE.pages().count(tx, owner, selection, Optional.empty(), MAX_ITEMS, clock.instant()));
    }

    /// All favourites, by kind and id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<FavoriteEntry> page(ProfileView profile, @Nullable FavoriteEntry after, int max) {
        MediaId item = after == null ? null : after.item();
        return database.read(
                tx -> TABLE.page(tx, profile.owner(ProfileSection.FAVORITES), item, max, FavoriteEntry::new));
    }
}
