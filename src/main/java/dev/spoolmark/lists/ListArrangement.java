package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Moves items within a list, and copies and moves them to other lists of the same owner.
public final class ListArrangement {

    private final Database database;
    private final Lists lists;
    private final ListOrderStore order = new ListOrderStore();

    ListArrangement(Database database, Lists lists) {
        this.database = database;
        this.lists = lists;
    }

    /// Moves an item to a place in the list.
    ///
    /// @param number of the place, from 1; a number beyond the end is the end
    /// @return whether the item is on the list
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with [Problem.Invalid] for a
    /// number below 1
    public boolean move(UserId owner, String slug, MediaId item, int number) {
        if (number < 1) {
            throw new ProblemException(new Problem.Invalid("position"));
        }
        return database.write(tx -> {
            UserList list = lists.get(tx, owner, slug);
            return ListItemStore.lock(tx, list) && order.move(tx, list, item, Math.min(number, Lists.MAX_ITEMS));
        });
    }

    /// Moves an item by some places, at most to an end of the list.
    ///
    /// @param places negative for a move towards the beginning
    /// @return whether the item is on the list
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list
    public boolean moveBy(UserId owner, String slug, MediaId item, int places) {
        return database.write(tx -> {
            UserList list = lists.get(tx, owner, slug);
            return ListItemStore.lock(tx, list)
                    && order.number(tx, list, item)
                            .map(number ->
                                    order.move(tx, list, item, Math.clamp((long) number + places, 1, Lists.MAX_ITEMS)))
                            .orElse(false);
        });
    }

    /// Copies items, with their notes, to the end of another list of the owner. Their order stays; items that the
    /// other list has keep their place and note there.
    ///
    /// @param from slug of the list
    /// @param to slug of the other list
    /// @return how many of the items are on the first list
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with [Problem.Invalid] if
    /// both are the same, with [Problem.TooMany] if the other list would have too many items
    public int copy(UserId owner, String from, String to, Collection<MediaId> chosen) {
        return copied(owner, from, to, chosen).size();
    }

    /// The same, after which the items are removed from the first list.
    public int transfer(UserId owner, String from, String to, Collection<MediaId> chosen) {
        List<MediaId> copied = copied(owner, from, to, chosen);
        // A list that was deleted meanwhile has taken nothing.
        lists.get(owner, to);
        return lists.remove(owner, from, copied);
    }

    /// Only items of the first list: a provisional item of another user is none of them.
    private List<MediaId> copied(UserId owner, String from, String to, Collection<MediaId> chosen) {
        UserList source = lists.get(owner, from);
        if (source.id().equals(lists.get(owner, to).id())) {
            throw new ProblemException(new Problem.Invalid("list"));
        }
        Set<MediaId> wanted = Set.copyOf(chosen);
        List<MediaId> found =
                lists.items(source).stream().filter(wanted::contains).toList();
        Set<MediaId> added = lists.add(owner, to, found);
        Map<MediaId, String> notes = new HashMap<>(lists.notes(source));
        notes.keySet().retainAll(added);
        lists.note(owner, to, notes);
        return found;
    }
}
