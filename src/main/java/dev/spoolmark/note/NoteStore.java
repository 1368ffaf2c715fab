package dev.spoolmark.note;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Notes by user and item. All of them are about the item itself.
final class NoteStore {

    private static final int OF_ITEM = 1;
    private static final String PRIVATE = "private";
    private static final String COLUMNS =
            "SELECT note_id, kind, item_id, text, spoiler, created_at, changed_at FROM note";
    private static final String OF_TARGET =
            " WHERE user_id = ? AND kind = ? AND item_id = ? AND attachment = ? AND attached_id = 0";

    /// When two items are merged, a user with notes on both has one note with both texts.
    static final UserItemTable TABLE = new UserItemTable(
            "note",
            List.of(Column.number("attachment"), Column.number("attached_id")),
            List.of(
                    Column.number("note_id"),
                    Column.text("text"),
                    Column.text("privacy"),
                    Column.flag("spoiler"),
                    Column.number("created_at"),
                    Column.number("changed_at"),
                    Column.number("deleted_at")),
            false,
            """
            UPDATE SET text = CASE
                    WHEN note.deleted_at IS NOT NULL THEN excluded.text
                    WHEN excluded.deleted_at IS NOT NULL OR excluded.text = note.text THEN note.text
                    ELSE note.text || '\n' || excluded.text END,
                spoiler = note.spoiler OR excluded.spoiler,
                created_at = CASE WHEN excluded.created_at < note.created_at THEN excluded.created_at
                    ELSE note.created_at END,
                changed_at = 1 + CASE WHEN excluded.changed_at > note.changed_at THEN excluded.changed_at
                    ELSE note.changed_at END,
                deleted_at = CASE WHEN excluded.deleted_at IS NULL THEN NULL ELSE note.deleted_at END""");

    Optional<Note> find(Tx tx, UserId user, NoteTarget target) {
        return tx.findFirst(
                COLUMNS + OF_TARGET + " AND deleted_at IS NULL",
                NoteStore::note,
                user.value(),
                target.kind().number(),
                target.item(),
                OF_ITEM);
    }

    /// Locks the note of a user about an item until the end of the transaction.
    ///
    /// @return whether there is one, deleted or not
    boolean lock(Tx tx, UserId user, NoteTarget target) {
        return tx.update(
                        "UPDATE note SET changed_at = changed_at" + OF_TARGET,
                        user.value(),
                        target.kind().number(),
                        target.item(),
                        OF_ITEM)
                == 1;
    }

    /// Without those that were deleted.
    int count(Tx tx, UserId user) {
        return tx.findFirst(
                        "SELECT count(*) FROM note WHERE user_id = ? AND deleted_at IS NULL",
                        row -> row.getInt(1),
                        user.value())
                .orElse(0);
    }

    /// Adds a note, unless there is one, deleted or not.
    ///
    /// @return whether it was added
    boolean add(Tx tx, UserId user, NoteTarget target, NoteText text, Instant now) {
        return tx.update(
                        """
                        INSERT INTO note (user_id, kind, item_id, attachment, attached_id, note_id, text, privacy,
                            spoiler, created_at, changed_at)
                        VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (user_id, kind, item_id, attachment, attached_id) DO NOTHING
                        """,
                        user.value(),
                        target.kind().number(),
                        target.item(),
                        OF_ITEM,
                        tx.newId("note"),
                        text.text(),
                        PRIVATE,
                        text.spoiler(),
                        now,
                        now)
                == 1;
    }

    /// Replaces a note; a deleted one begins again. The state that a page has shown is never the same as the new one.
    void replace(Tx tx, UserId user, NoteTarget target, NoteText text, Instant now) {
        tx.update(
                """
                UPDATE note SET text = ?, spoiler = ?,
                    note_id = CASE WHEN deleted_at IS NULL THEN note_id ELSE CAST(? AS BIGINT) END,
                    created_at = CASE WHEN deleted_at IS NULL THEN created_at ELSE CAST(? AS BIGINT) END,
                    changed_at = CASE WHEN changed_at >= CAST(? AS BIGINT) THEN changed_at + 1
                        ELSE CAST(? AS BIGINT) END,
                    deleted_at = NULL
                """ + OF_TARGET,
                text.text(),
                text.spoiler(),
                tx.newId("note"),
                now,
                now,
                now,
                user.value(),
                target.kind().number(),
                target.item(),
                OF_ITEM);
    }

    /// Marks a note as deleted.
    int delete(Tx tx, UserId user, NoteTarget target, Instant now) {
        return tx.update(
                "UPDATE note SET deleted_at = ?" + OF_TARGET + " AND deleted_at IS NULL",
                now,
                user.value(),
                target.kind().number(),
                target.item(),
                OF_ITEM);
    }

    int restore(Tx tx, UserId user, NoteTarget target, Instant deletedAt) {
        return tx.update(
                "UPDATE note SET deleted_at = NULL, changed_at = changed_at + 1" + OF_TARGET + " AND deleted_at = ?",
                user.value(),
                target.kind().number(),
                target.item(),
                OF_ITEM,
                deletedAt);
    }

    /// Deletes what can no longer be put back, of all users.
    int purge(Tx tx, Instant before) {
        return tx.update("DELETE FROM note WHERE deleted_at IS NOT NULL AND deleted_at < ?", before);
    }

    List<Note> page(Tx tx, UserId user, Kind kind, long after, int max) {
        return tx.query(COLUMNS + """
                 WHERE user_id = ? AND kind = ? AND item_id > ? AND attachment = ? AND attached_id = 0
                AND deleted_at IS NULL ORDER BY item_id LIMIT ?
                """, NoteStore::note, user.value(), kind.number(), after, OF_ITEM, max);
    }

    private static Note note(Row row) {
        return new Note(
                row.getLong(1),
                new NoteTarget(Kind.of(row.getInt(2)), row.getLong(3)),
                row.getString(4),
                row.getBoolean(5),
                row.instant(6),
                row.instant(7));
    }
}
