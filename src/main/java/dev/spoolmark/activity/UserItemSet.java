package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Entry;
import dev.spoolmark.catalog.merge.UserItemTable.NewRow;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// The items that users keep in one table: adds and removes rows together with their stamps, and limits their
/// number.
///
/// @param max the highest number of items of one user
/// @param itemsName what the items are called when a user has too many
public record UserItemSet(
        Database database, ActivityStamps stamps, UserItemTable table, ActivityType type, int max, String itemsName) {

    /// Items per transaction, so that a large request does not keep others from writing.
    private static final int BATCH = 500;

    /// Adds items. Those that are there already stay unchanged.
    ///
    /// @param rows fills the columns of at most 500 new rows
    /// @return the items that were not there before
    /// @throws ProblemException with [Problem.TooMany] if the user would have more than `max`; then nothing is
    /// stored
    public Set<MediaId> add(
            UserId user, Stream<Entry> entries, BiFunction<Tx, List<Entry>, List<NewRow>> rows, Instant now) {
        List<Entry> distinct = entries.distinct().toList();
        enforceLimit(user, distinct.stream().map(Entry::item).toList());
        Set<MediaId> added = new HashSet<>();
        distinct.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(batch -> added.addAll(database.write(tx -> add(tx, user, rows.apply(tx, batch), now))));
        return added;
    }

    /// Removes items.
    ///
    /// @return how many were there
    public int remove(UserId user, Collection<? extends MediaId> items, Instant now) {
        return items.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .mapToInt(batch -> database.write(tx -> remove(tx, user, batch, now)))
                .sum();
    }

    /// Removes at most a few hundred items in a transaction of the caller.
    ///
    /// @return how many were there
    public int remove(Tx tx, UserId user, Collection<? extends MediaId> items, Instant now) {
        List<MediaId> removed = table.remove(tx, user.value(), items);
        stamps.changed(tx, user, ActivityChange.removed(type, removed), now);
        return removed.size();
    }

    /// Removes at most a few hundred items so that [#restore] puts them back.
    ///
    /// @return how many were there
    public int removeUndoably(Tx tx, UserId user, Collection<? extends MediaId> items, RemovedItems undo, Instant now) {
        undo.keep(tx, user, 0, items, now);
        return remove(tx, user, items, now);
    }

    /// The same with any number of items.
    public Removal removeUndoably(UserId user, Collection<? extends MediaId> items, RemovedItems undo, Instant now) {
        return new Removal(
                now,
                items.stream()
                        .distinct()
                        .gather(Gatherers.windowFixed(BATCH))
                        .mapToInt(batch -> database.write(tx -> removeUndoably(tx, user, batch, undo, now)))
                        .sum());
    }

    /// Puts the items of a removal back.
    ///
    /// @return how many are back; those that are there again stay as they are
    /// @throws ProblemException with [Problem.TooMany] if the user would have more than `max`
    public int restore(UserId user, RemovedItems undo, Instant removedAt, Instant now) {
        int restored = 0;
        RemovedItems.Restored batch;
        do {
            batch = database.write(tx -> restoreBatch(tx, user, undo, removedAt, now));
            restored += batch.items().size();
        } while (batch.rows() == RemovedItems.BATCH);
        return restored;
    }

    private RemovedItems.Restored restoreBatch(Tx tx, UserId user, RemovedItems undo, Instant removedAt, Instant now) {
        RemovedItems.Restored batch = undo.restore(tx, user, 0, removedAt, now);
        if (!batch.items().isEmpty()) {
            if (table.count(tx, user.value()) > max) {
                throw new ProblemException(new Problem.TooMany(max, itemsName));
            }
            stamps.changed(tx, user, ActivityChange.added(type, batch.items()), now);
        }
        return batch;
    }

    private List<MediaId> add(Tx tx, UserId user, List<NewRow> rows, Instant now) {
        List<MediaId> added = table.add(tx, user.value(), rows);
        stamps.changed(tx, user, ActivityChange.added(type, added), now);
        return added;
    }

    private void enforceLimit(UserId user, List<MediaId> items) {
        long total = database.read(tx -> {
            int before = table.count(tx, user.value());
            return before + items.size() <= max
                    ? before
                    : before
                            + items.size()
                            - table.existing(tx, user.value(), items).size();
        });
        if (total > max) {
            throw new ProblemException(new Problem.TooMany(max, itemsName));
        }
    }
}
