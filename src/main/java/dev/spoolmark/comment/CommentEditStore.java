package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of comments, and comments that were deleted a few minutes ago.
final class CommentEditStore {

    static final UserItemTable TABLE = new UserItemTable(
            "deleted_comment",
            List.of(Column.number("comment_id")),
            List.of(
                    Column.number("parent_id"),
                    Column.text("text"),
                    Column.text("text_key"),
                    Column.flag("review"),
                    Column.flag("spoiler"),
                    Column.number("created_at"),
                    Column.number("changed_at"),
                    Column.number("deleted_at")),
            false,
            "NOTHING");

    private static final String OF_COMMENT = " WHERE kind = ? AND item_id = ? AND comment_id = ? AND user_id = ?";
    private static final String COLUMNS =
            "user_id, kind, item_id, comment_id, parent_id, text, text_key, review, spoiler, created_at, changed_at";

    /// Locks a comment of a user until the end of the transaction.
    void lock(Tx tx, UserId user, MediaId item, CommentId comment) {
        tx.update("UPDATE comment SET review = review" + OF_COMMENT, values(user, item, comment));
    }

    boolean isDeleted(Tx tx, UserId user, MediaId item, CommentId comment) {
        return tx.findFirst("SELECT 1 FROM deleted_comment" + OF_COMMENT, row -> true, values(user, item, comment))
                .isPresent();
    }

    void change(Tx tx, UserId user, MediaId item, CommentId comment, CommentText text, Instant at) {
        tx.update(
                "UPDATE comment SET text = ?, text_key = ?, spoiler = ?, review = ?, changed_at = ?" + OF_COMMENT,
                text.text(),
                Sha256.hex(text.text()),
                text.spoiler(),
                text.review(),
                at,
                List.of(values(user, item, comment)));
        tx.update(
                "UPDATE user_comment SET review = ? WHERE user_id = ? AND comment_id = ?",
                text.review(),
                user.value(),
                comment.value());
    }

    void delete(Tx tx, UserId user, MediaId item, CommentId comment, Instant at) {
        tx.update(
                "INSERT INTO deleted_comment (" + COLUMNS + ", deleted_at) SELECT " + COLUMNS
                        + ", CAST(? AS BIGINT) FROM comment" + OF_COMMENT,
                at,
                List.of(values(user, item, comment)));
        tx.update("DELETE FROM comment" + OF_COMMENT, values(user, item, comment));
        tx.update("DELETE FROM user_comment WHERE user_id = ? AND comment_id = ?", user.value(), comment.value());
    }

    /// Deletes a comment that has no replies and still has this text. It cannot be put back.
    boolean deleteUnchanged(
            Tx tx, UserId user, MediaId item, CommentId comment, CommentText text, @Nullable Instant changedAt) {
        boolean isDeleted = tx.update(
                        "DELETE FROM comment" + OF_COMMENT + " AND text_key = ? AND coalesce(changed_at, 0) = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.kind = comment.kind"
                                + " AND r.item_id = comment.item_id AND r.parent_id = comment.comment_id)",
                        List.of(values(user, item, comment)),
                        Sha256.hex(text.text()),
                        changedAt == null ? 0 : changedAt.toEpochMilli())
                == 1;
        if (isDeleted) {
            tx.update("DELETE FROM user_comment WHERE user_id = ? AND comment_id = ?", user.value(), comment.value());
            tx.update("DELETE FROM comment_like WHERE comment_id = ?", comment.value());
        }
        return isDeleted;
    }

    /// @return of each comment that is back, whether it is a review
    List<Boolean> restore(Tx tx, UserId user, MediaId item, Instant deletedAt) {
        Object[] deleted = {user.value(), item.kind().number(), item.value(), deletedAt};
        String ofDeletion = " FROM deleted_comment WHERE user_id = ? AND kind = ? AND item_id = ? AND deleted_at = ?";
        tx.update(
                "INSERT INTO user_comment (user_id, comment_id, kind, item_id, review, created_at)"
                        + " SELECT user_id, comment_id, kind, item_id, review, created_at" + ofDeletion,
                deleted);
        tx.update("INSERT INTO comment (" + COLUMNS + ") SELECT " + COLUMNS + ofDeletion, deleted);
        return tx.query("DELETE" + ofDeletion + " RETURNING review", row -> row.getBoolean(1), deleted);
    }

    /// Deletes what can no longer be put back, of all users, with the likes.
    int purge(Tx tx, Instant before) {
        tx.update(
                "DELETE FROM comment_like WHERE comment_id IN ("
                        + "SELECT comment_id FROM deleted_comment WHERE deleted_at < ?)",
                before);
        return tx.update("DELETE FROM deleted_comment WHERE deleted_at < ?", before);
    }

    private static Object[] values(UserId user, MediaId item, CommentId comment) {
        return new Object[] {item.kind().number(), item.value(), comment.value(), user.value()};
    }
}
