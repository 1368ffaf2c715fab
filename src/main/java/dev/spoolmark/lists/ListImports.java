package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds lists of imported files, and takes them back. A list of the same name is the same list.
public final class ListImports {

    private final Lists lists;
    private final ListStore store = new ListStore();

    ListImports(Lists lists) {
        this.lists = lists;
    }

    /// A list of the user.
    ///
    /// @param isNew whether it was created now
    /// @param lastRank of its items; 0 if there are none
    public record ImportedList(ListId id, boolean isNew, int lastRank) {}

    /// All items of lists as rows. The further key is the list.
    public static UserItemRows rows() {
        return new UserItemRows(ListItemStore.TABLE);
    }

    /// The list of this name, which is created if there is none. Rules that cannot be read are left out.
    ///
    /// @param rules null for a list of items
    /// @param origin gives a new list its addresses, where they lead to no other list; null for none
    /// @throws ProblemException with [dev.spoolmark.core.Problem.TooMany] above the highest number of lists
    public ImportedList findOrCreate(
            Tx tx,
            UserId owner,
            ListSettings settings,
            @Nullable String rules,
            Instant createdAt,
            @Nullable ListOrigin origin) {
        Optional<UserList> present = store.of(tx, owner).stream()
                .filter(list -> list.traits().nameKey().equals(settings.nameKey()))
                .findFirst();
        if (present.isPresent()) {
            int lastRank = ListOrderStore.ORDER.lastRank(tx, ListOrderStore.key(present.get()));
            return new ImportedList(present.get().id(), false, lastRank);
        }
        UserList created = lists.create(tx, owner, settings, readable(rules), createdAt, origin);
        return new ImportedList(created.id(), true, 0);
    }

    private static @Nullable String readable(@Nullable String rules) {
        if (rules == null) {
            return null;
        }
        try {
            return SmartRulesText.write(SmartRulesText.read(rules));
        } catch (RuntimeException e) {
            return null;
        }
    }

    /// Deletes a list that was created, unless it has items or other settings.
    ///
    /// @return whether it was deleted
    public boolean undo(Tx tx, UserId owner, ListId id, ListSettings settings) {
        Optional<UserList> unchanged =
                store.find(tx, owner, id).filter(list -> list.traits().equals(settings));
        if (unchanged.isEmpty() || store.hasItems(tx, owner, id)) {
            return false;
        }
        store.delete(tx, unchanged.get());
        return true;
    }
}
