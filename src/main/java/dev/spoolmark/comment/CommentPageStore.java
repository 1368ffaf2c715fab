package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages of the comments and likes of one user. Likes and replies are counted over all users.
final class CommentPageStore {

    private final CommentCountStore counts = new CommentCountStore();

    List<WrittenComment> comments(Tx tx, UserId user, Kind kind, long after, int max) {
        List<WrittenComment> page =
                tx.query("""
                SELECT c.comment_id, c.item_id, c.parent_id, c.text, c.spoiler, c.review, c.created_at, c.changed_at FROM user_comment u
                JOIN comment c ON c.kind = u.kind AND c.item_id = u.item_id AND c.comment_id = u.comment_id
                WHERE u.user_id = ? AND u.kind = ? AND u.comment_id > ?
                ORDER BY u.comment_id LIMIT ?
                """, row -> comment(row, user, kind), user.value(), kind.number(), after, max);
        CommentCountStore.Counts counted =
                counts.of(tx, page.stream().map(row -> row.comment().id()).toList());
        return page.stream()
                .map(row -> new WrittenComment(
                        row.item(), row.parent(), row.comment().with(counted)))
                .toList();
    }

    List<CommentLike> likes(Tx tx, UserId user, long after, int max) {
        return tx.query(
                """
                SELECT l.comment_id, l.liked_at, c.kind, c.item_id FROM comment_like l
                LEFT JOIN comment c ON c.comment_id = l.comment_id
                WHERE l.user_id = ? AND l.comment_id > ?
                ORDER BY l.comment_id LIMIT ?
                """,
                row -> new CommentLike(new CommentId(row.getLong(1)), item(row), row.instant(2)),
                user.value(),
                after,
                max);
    }

    private static WrittenComment comment(Row row, UserId user, Kind kind) {
        Long parent = row.numberOrNull(3);
        return new WrittenComment(
                MediaId.of(kind, row.getLong(2)),
                parent == null ? null : new CommentId(parent),
                new Comment(
                        new CommentId(row.getLong(1)),
                        user,
                        new CommentText(row.getString(4), row.getBoolean(5), row.getBoolean(6)),
                        row.instant(7),
                        row.instantOrNull(8),
                        0,
                        0));
    }

    private static @Nullable MediaId item(Row row) {
        Long kind = row.numberOrNull(3);
        return kind == null ? null : MediaId.of(Kind.of(kind.intValue()), row.getLong(4));
    }
}
