package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.activity.RemovalSource;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Moves items within a list, removes them so that this can be undone, and copies and moves them to other lists
/// of the same owner.
public final class ListArrangement {

    private static final RemovedItems REMOVED = new RemovedItems(RemovalSource.LIST);

    private final Database database;
    private final Lists lists;
    private final InstantSource clock;
    private final ListStore store = new ListStore();
    private final ListItemStore items = new ListItemStore();

    ListArrangement(Database database, Lists lists, InstantSource clock) {
        this.database = database;
        this.lists = lists;
        this.clock = clock;
    }

    /// Moves an item to a place in the list.
    ///
    /// @param number of the place, from 1; a number beyond the end is the end
    /// @return whether the item is on the list
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with [Problem.Invalid]
    /// for a number below 1
    public boolean move(UserId owner, String slug, MediaId item, int number) {
        if (number < 1) {
            throw new ProblemException(new Problem.Invalid("position"));
        }
        return database.write(tx -> {
            UserList list = lists.getPlain(tx, owner, slug);
            return ListItemStore.lock(tx, list)
                    && ListOrderStore.ORDER.move(tx, ListOrderStore.key(list), item, Math.min(number, Lists.MAX_ITEMS));
        });
    }

    /// Moves an item by some places, at most to an end of the list.
    ///
    /// @param places negative for a move towards the beginning
    /// @return whether the item is on the list
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list
    public boolean moveBy(UserId owner, String slug, MediaId item, int places) {
        return database.write(tx -> {
            UserList list = lists.getPlain(tx, owner, slug);
            return ListItemStore.lock(tx, list)
                    && ListOrderStore.ORDER.moveBy(tx, ListOrderStore.key(list), item, places);
        });
    }

    /// Removes items. [#undo] puts them back.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list
    public Removal remove(UserId owner, String slug, Collection<MediaId> removed) {
        return remove(lists.get(owner, slug), removed, clock.instant());
    }

    private Removal remove(UserList list, Collection<MediaId> removed, Instant now) {
        return new Removal(
                now,
                removed.stream()
                        .distinct()
                        .gather(Gatherers.windowFixed(RemovedItems.BATCH))
                        .mapToInt(batch -> database.write(tx -> {
                            REMOVED.keep(tx, list.owner(), list.id().value(), batch, now);
                            return items.remove(tx, list, batch);
                        }))
                        .sum());
    }

    /// Adds items at the end of a list. [#undo] with the list as its target takes them away.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with [Problem.TooMany]
    /// if the list would have too many items
    public Removal add(UserId owner, String slug, Collection<MediaId> added) {
        Instant now = clock.instant();
        return new Removal(now, lists.add(owner, slug, added, now).size());
    }

    /// Copies items, with their notes, to the end of another list of the owner. Their order stays; items that the
    /// other list has keep their place and note there.
    ///
    /// @param from slug of the list
    /// @param to slug of the other list
    /// @return how many of the items are on the first list
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with [Problem.Invalid] if
    /// both are the same, with [Problem.TooMany] if the other list would have too many items
    public Removal copy(UserId owner, String from, String to, Collection<MediaId> chosen) {
        Instant now = clock.instant();
        return new Removal(now, copied(owner, from, to, chosen, now).size());
    }

    /// The same, after which the items are removed from the first list.
    public Removal transfer(UserId owner, String from, String to, Collection<MediaId> chosen) {
        Instant now = clock.instant();
        List<MediaId> copied = copied(owner, from, to, chosen, now);
        // A list that was deleted meanwhile has taken nothing.
        lists.get(owner, to);
        return remove(lists.get(owner, from), copied, now);
    }

    /// Only items of the first list: a provisional item of another user is none of them.
    private List<MediaId> copied(UserId owner, String from, String to, Collection<MediaId> chosen, Instant now) {
        UserList source = lists.get(owner, from);
        UserList target = lists.get(owner, to);
        if (source.id().equals(target.id())) {
            throw new ProblemException(new Problem.Invalid("list"));
        }
        Set<MediaId> wanted = Set.copyOf(chosen);
        List<MediaId> found = database.read(tx -> items.inOrder(tx, source)).stream()
                .filter(wanted::contains)
                .toList();
        lists.add(owner, to, found, now).stream()
                .gather(Gatherers.windowFixed(RemovedItems.BATCH))
                .forEach(batch -> database.write(tx -> {
                    Map<MediaId, String> notes = items.notes(tx, source, batch);
                    items.setNotes(tx, target, notes);
                    return true;
                }));
        return found;
    }

    /// Undoes a removal, a copy or a move to another list. Items that are on the list again stay as they are.
    ///
    /// @param from the list from which items were removed; null for a copy
    /// @param to the list to which they were copied or moved; null for a removal
    /// @param at time of the change
    /// @return how many items are back, or for a copy are gone; 0 after 10 minutes
    /// @throws ProblemException with [Problem.TooMany] if the list would have too many items
    public int undo(UserId owner, @Nullable ListId from, @Nullable ListId to, Instant at) {
        if (at.isBefore(clock.instant().minus(RemovedItems.UNDO_TIME))) {
            return 0;
        }
        int restored = from == null ? 0 : restore(owner, from, at);
        int taken = to == null
                ? 0
                : database.write(tx -> store.find(tx, owner, to)
                        .map(list -> items.removeAddedAt(tx, list, at))
                        .orElse(0));
        return Math.max(restored, taken);
    }

    private int restore(UserId owner, ListId list, Instant at) {
        int restored = 0;
        RemovedItems.Restored batch;
        do {
            batch = database.write(tx -> restoreBatch(tx, owner, list, at));
            restored += batch.items().size();
        } while (batch.rows() == RemovedItems.BATCH);
        return restored;
    }

    private RemovedItems.Restored restoreBatch(Tx tx, UserId owner, ListId id, Instant at) {
        UserList list = store.find(tx, owner, id).orElse(null);
        if (list == null || !ListItemStore.lock(tx, list)) {
            return new RemovedItems.Restored(List.of(), 0);
        }
        RemovedItems.Restored batch = REMOVED.restore(tx, owner, id.value(), at, clock.instant());
        if (items.count(tx, list) > Lists.MAX_ITEMS) {
            throw new ProblemException(new Problem.TooMany(Lists.MAX_ITEMS, "items on a list"));
        }
        return batch;
    }
}
