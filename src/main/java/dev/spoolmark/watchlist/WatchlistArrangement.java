package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemNote;
import dev.spoolmark.activity.RankedItems;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.activity.RemovalSource;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.activity.UserItemSet;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/// The order and the notes of a watchlist, and removals from it that can be undone.
public final class WatchlistArrangement {

    private static final RankedItems ORDER = WatchlistStore.TABLE.order();
    private static final RemovedItems REMOVED = new RemovedItems(RemovalSource.WATCHLIST);

    private final Database database;
    private final UserItemSet items;
    private final InstantSource clock;

    WatchlistArrangement(Database database, UserItemSet items, InstantSource clock) {
        this.database = database;
        this.items = items;
        this.clock = clock;
    }

    /// Moves an item to a place.
    ///
    /// @param number of the place, from 1; a number beyond the end is the end
    /// @return whether the item is on the watchlist
    /// @throws ProblemException with [Problem.Invalid] for a number below 1
    public boolean move(UserId user, MediaId item, int number) {
        if (number < 1) {
            throw new ProblemException(new Problem.Invalid("position"));
        }
        return database.write(tx -> ORDER.move(tx, List.of(user.value()), item, Math.min(number, Watchlist.MAX_ITEMS)));
    }

    /// Moves an item by some places, at most to an end.
    ///
    /// @param places negative for a move towards the beginning
    /// @return whether the item is on the watchlist
    public boolean moveBy(UserId user, MediaId item, int places) {
        return database.write(tx -> ORDER.moveBy(tx, List.of(user.value()), item, places));
    }

    /// Sets the note of an item; an empty text removes it.
    ///
    /// @return whether the item is on the watchlist
    /// @throws ProblemException with [Problem.Invalid] if the note has more than 500 characters
    public boolean note(UserId user, MediaId item, String note) {
        String text = ItemNote.clean(note);
        return database.write(tx -> WatchlistStore.TABLE.setNote(tx, user, item, text.isEmpty() ? null : text));
    }

    /// Removes items. [#restore] undoes it.
    public Removal remove(UserId user, Collection<? extends MediaId> removed) {
        return items.removeUndoably(user, removed, REMOVED, clock.instant());
    }

    /// Puts the items of a removal back, with their time, position and note.
    ///
    /// @param removedAt time of the removal
    /// @return how many are back; 0 after 10 minutes
    /// @throws ProblemException with [Problem.TooMany] if the watchlist would have too many items
    public int restore(UserId user, Instant removedAt) {
        return items.restore(user, REMOVED, removedAt, clock.instant());
    }
}
