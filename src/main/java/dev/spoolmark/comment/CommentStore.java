package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Comments, stored by item and indexed by author.
final class CommentStore {

    private static final String AFTER =
            " AND (created_at, comment_id) < ((SELECT created_at FROM comment WHERE comment_id = ?), ?)";

    private final CommentCountStore counts = new CommentCountStore();

    /// A comment without an id.
    ///
    /// @param parent the comment that it replies to, null if it is no reply
    /// @param key equal for equal texts
    record NewComment(UserId user, MediaId item, @Nullable CommentId parent, CommentText content, String key) {

        static NewComment of(UserId user, MediaId item, CommentText text) {
            return new NewComment(user, item, null, text, Sha256.hex(text.text()));
        }

        static NewComment replyTo(CommentId parent, UserId user, MediaId item, CommentText text) {
            return new NewComment(user, item, parent, text, Sha256.hex(text.text()));
        }
    }

    /// Whether the user wrote this text about this item between the two times.
    boolean exists(Tx tx, NewComment comment, Instant after, Instant before) {
        return tx.findFirst(
                        """
                        SELECT c.comment_id FROM user_comment u
                        JOIN comment c ON c.kind = u.kind AND c.item_id = u.item_id AND c.comment_id = u.comment_id
                        WHERE u.user_id = ? AND u.kind = ? AND u.item_id = ? AND u.created_at > ? AND u.created_at < ?
                        AND c.text_key = ?
                        """,
                        row -> row.getLong(1),
                        comment.user().value(),
                        comment.item().kind().number(),
                        comment.item().value(),
                        after,
                        before,
                        comment.key())
                .isPresent();
    }

    int count(Tx tx, UserId user) {
        return tx.findFirst("SELECT count(*) FROM user_comment WHERE user_id = ?", row -> row.getInt(1), user.value())
                .orElse(0);
    }

    void save(Tx tx, CommentId id, NewComment comment, Instant at) {
        MediaId item = comment.item();
        CommentId parent = comment.parent();
        CommentText text = comment.content();
        tx.update(
                """
                INSERT INTO comment
                    (kind, item_id, comment_id, user_id, parent_id, text, text_key, review, spoiler, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                item.kind().number(),
                item.value(),
                id.value(),
                comment.user().value(),
                parent == null ? null : parent.value(),
                text.text(),
                comment.key(),
                text.review(),
                text.spoiler(),
                at);
        tx.update("""
                INSERT INTO user_comment (user_id, comment_id, kind, item_id, review, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, comment.user().value(), id.value(), item.kind().number(), item.value(), text.review(), at);
    }

    /// Removes the text of comments of a user, at most `max`.
    int empty(Tx tx, UserId user, int max) {
        return tx.update("""
                UPDATE comment SET text = '', text_key = '' WHERE comment_id IN (
                    SELECT comment_id FROM comment WHERE user_id = ? AND text <> '' ORDER BY comment_id LIMIT ?)
                """, user.value(), max);
    }

    boolean exists(Tx tx, CommentId comment) {
        return tx.findFirst("SELECT 1 FROM comment WHERE comment_id = ?", row -> true, comment.value())
                .isPresent();
    }

    /// Returns whether the user did not like it before.
    boolean like(Tx tx, UserId user, CommentId comment, Instant at) {
        return tx.update("""
                        INSERT INTO comment_like (user_id, comment_id, liked_at) VALUES (?, ?, ?)
                        ON CONFLICT (user_id, comment_id) DO NOTHING
                        """, user.value(), comment.value(), at) == 1;
    }

    /// Returns whether the user liked it before.
    boolean unlike(Tx tx, UserId user, CommentId comment) {
        return tx.update("DELETE FROM comment_like WHERE user_id = ? AND comment_id = ?", user.value(), comment.value())
                == 1;
    }

    /// Those of these comments that the user likes.
    Set<CommentId> liked(Tx tx, UserId user, Collection<CommentId> comments) {
        List<Long> numbers = comments.stream().map(CommentId::value).toList();
        return new HashSet<>(tx.ids(
                "SELECT comment_id FROM comment_like WHERE user_id = ? AND comment_id IN ("
                        + Tx.placeholders(numbers.size()) + ") ORDER BY comment_id",
                CommentId::new,
                user.value(),
                Tx.padToPlaceholders(numbers)));
    }

    /// Without those of erased accounts, as in [#read].
    List<CommentId> numbers(Tx tx, MediaId item, CommentFilter filter) {
        String condition = switch (filter) {
            case ALL -> "";
            case SHOUTS -> "AND NOT review ";
            case REVIEWS -> "AND review ";
        };
        return tx.ids(
                "SELECT comment_id FROM comment WHERE kind = ? AND item_id = ? AND parent_id IS NULL AND text <> '' "
                        + condition
                        + "ORDER BY created_at DESC, comment_id DESC",
                CommentId::new,
                item.kind().number(),
                item.value());
    }

    List<Comment> read(Tx tx, MediaId item, List<CommentId> requested) {
        List<Long> numbers = requested.stream().map(CommentId::value).toList();
        List<Comment> found = tx.query(
                String.format(Locale.ROOT, """
                SELECT comment_id, user_id, text, spoiler, review, created_at, changed_at FROM comment
                WHERE kind = ? AND item_id = ? AND comment_id IN (%s) AND text <> ''
                ORDER BY created_at DESC, comment_id DESC
                """, Tx.placeholders(numbers.size())),
                CommentStore::comment,
                item.kind().number(),
                item.value(),
                Tx.padToPlaceholders(numbers));
        CommentCountStore.Counts counted =
                counts.of(tx, found.stream().map(Comment::id).toList());
        return found.stream().map(comment -> comment.with(counted)).toList();
    }

    /// The newest comments after a position, and the oldest replies to them: comments first, then replies.
    ///
    /// @param after the last comment of the page before; null for the first page
    /// @return comments by the id of their parent, 0 for none; their replies are not counted
    List<Map.Entry<Long, Comment>> page(Tx tx, MediaId item, @Nullable CommentId after, int comments, int replies) {
        List<Object> values = new ArrayList<>(List.of(item.kind().number(), item.value()));
        if (after != null) {
            values.addAll(List.of(after.value(), after.value()));
        }
        values.addAll(List.of(comments, item.kind().number(), item.value(), comments + replies));
        List<Map.Entry<Long, Comment>> found = tx.query(
                String.format(Locale.ROOT, """
                WITH newest AS (
                    SELECT comment_id FROM comment
                    WHERE kind = ? AND item_id = ? AND parent_id IS NULL AND text <> ''%s
                    ORDER BY created_at DESC, comment_id DESC LIMIT ?)
                SELECT c.comment_id, c.user_id, c.text, c.spoiler, c.review, c.created_at, c.changed_at,
                    coalesce(c.parent_id, 0)
                FROM comment c
                WHERE c.kind = ? AND c.item_id = ? AND c.text <> '' AND (
                    c.comment_id IN (SELECT comment_id FROM newest) OR c.parent_id IN (SELECT comment_id FROM newest))
                ORDER BY CASE WHEN c.parent_id IS NULL THEN 0 ELSE 1 END, c.created_at, c.comment_id LIMIT ?
                """, after == null ? "" : AFTER),
                row -> Map.entry(row.getLong(8), comment(row)),
                values);
        CommentCountStore.Counts likes = counts.likesOf(
                tx, found.stream().map(entry -> entry.getValue().id()).toList());
        return found.stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().with(likes)))
                .toList();
    }

    private static Comment comment(Row row) {
        return new Comment(
                new CommentId(row.getLong(1)),
                new UserId(row.getLong(2)),
                new CommentText(row.getString(3), row.getBoolean(4), row.getBoolean(5)),
                row.instant(6),
                row.instantOrNull(7),
                0,
                0);
    }
}
