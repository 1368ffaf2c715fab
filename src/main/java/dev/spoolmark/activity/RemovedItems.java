package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Rows that users have removed from the watchlist, the collection, the favourites or a list, and can put back for
/// 10 minutes with their time, position and note. The time of a removal identifies it.
///
/// @param source where the rows were
public record RemovedItems(RemovalSource source) {

    /// How long a removal can be undone.
    public static final Duration UNDO_TIME = Duration.ofMinutes(10);

    /// Rows that one transaction puts back.
    public static final int BATCH = 500;

    private static final UserItemTable TABLE = new UserItemTable(
            "removed_item",
            List.of(Column.number("removed_at"), Column.number("place"), Column.number("list_id")),
            List.of(
                    Column.number("entry_id"),
                    Column.number("added_at"),
                    Column.number("rank"),
                    Column.text("note"),
                    Column.text("media_type"),
                    Column.text("resolution"),
                    Column.text("hdr"),
                    Column.text("audio"),
                    Column.text("audio_channels"),
                    Column.number("is_3d")),
            true,
            "NOTHING");

    /// Moves removed rows when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(TABLE, Optional.empty(), stamps);
    }

    /// Copies rows that are about to be removed, at most a few hundred.
    ///
    /// @param list 0 where there are no lists
    public void keep(Tx tx, UserId user, long list, Collection<? extends MediaId> items, Instant now) {
        MediaId.forEachChunk(items, (kind, ids) -> RemovedItemStore.keep(tx, source, user, list, kind, ids, now));
    }

    /// Puts at most [#BATCH] rows of a removal back. Items that are there again stay as they are.
    ///
    /// @param removedAt time of the removal
    /// @return the items that are back, and how many rows were left from the removal before
    public Restored restore(Tx tx, UserId user, long list, Instant removedAt, Instant now) {
        if (removedAt.isBefore(now.minus(UNDO_TIME))) {
            return new Restored(List.of(), 0);
        }
        List<MediaId> left = RemovedItemStore.find(tx, source, user, list, removedAt, BATCH);
        List<MediaId> back = RemovedItemStore.restore(tx, source, user, list, removedAt, left);
        return new Restored(back, left.size());
    }

    /// @param items those that are back
    /// @param rows how many rows of the removal the call has dealt with; fewer than [RemovedItems#BATCH] at its
    /// end
    public record Restored(List<MediaId> items, int rows) {

        public Restored {
            items = List.copyOf(items);
        }
    }

    /// Deletes what can no longer be put back, of all users.
    ///
    /// @return how many rows
    public static int purgeExpired(Database database, Instant now) {
        return database.write(tx -> RemovedItemStore.purge(tx, now.minus(UNDO_TIME)));
    }

    /// What a deleted account leaves.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("removed_item", "removed_at", "place", "list_id", "kind", "item_id"));
    }
}
