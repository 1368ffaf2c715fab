package dev.spoolmark.comment;

import dev.spoolmark.db.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;

/// Numbers of replies and likes of a page of comments, over all users. Likes are counted without joining the comments,
/// which may be in another place than the likes of a user (`docs/scaling.md`).
final class CommentCountStore {

    static final String REPLIES = """
            SELECT parent_id, count(*) FROM comment WHERE parent_id IN (%s) AND text <> ''
            GROUP BY parent_id ORDER BY parent_id
            """;

    static final String LIKES_OF_ALL_USERS = """
            SELECT comment_id, count(*) FROM comment_like WHERE comment_id IN (%s)
            GROUP BY comment_id ORDER BY comment_id
            """;

    /// By comment; those without replies or likes are absent.
    record Counts(Map<Long, Integer> repliesById, Map<Long, Integer> likesById) {

        int replies(CommentId comment) {
            return repliesById.getOrDefault(comment.value(), 0);
        }

        int likes(CommentId comment) {
            return likesById.getOrDefault(comment.value(), 0);
        }
    }

    /// Replies of erased accounts are not counted.
    Counts of(Tx tx, List<CommentId> comments) {
        return new Counts(count(tx, REPLIES, comments), count(tx, LIKES_OF_ALL_USERS, comments));
    }

    /// Only the likes.
    Counts likesOf(Tx tx, List<CommentId> comments) {
        return new Counts(Map.of(), count(tx, LIKES_OF_ALL_USERS, comments));
    }

    private static Map<Long, Integer> count(Tx tx, String sql, List<CommentId> comments) {
        Map<Long, Integer> found = new HashMap<>();
        comments.stream()
                .map(CommentId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, sql, Tx.placeholders(batch.size())),
                        row -> found.put(row.getLong(1), row.getInt(2)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }
}
