package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Keeps comments, once under the thing they are about and once under who wrote them.
final class CommentStore {

    /// A comment before it has a number.
    ///
    /// @param key equal for equal words
    record Words(UserId user, MediaId item, Saying saying, String key) {

        static Words of(UserId user, MediaId item, Saying saying) {
            return new Words(user, item, saying, key(saying.text()));
        }

        private static String key(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /// Whether this person said these words of this thing between the two.
    boolean wasSaid(Tx tx, Words words, Instant after, Instant before) {
        return tx.first(
                        """
                        SELECT c.comment_id FROM user_comment u
                        JOIN comment c ON c.kind = u.kind AND c.item_id = u.item_id AND c.comment_id = u.comment_id
                        WHERE u.user_id = ? AND u.kind = ? AND u.item_id = ? AND u.created_at > ? AND u.created_at < ?
                        AND c.text_key = ?
                        """,
                        row -> row.number(1),
                        words.user().value(),
                        words.item().kind().number(),
                        words.item().value(),
                        after,
                        before,
                        words.key())
                .isPresent();
    }

    int count(Tx tx, UserId user) {
        return tx.first("SELECT count(*) FROM user_comment WHERE user_id = ?", row -> row.count(1), user.value())
                .orElse(0);
    }

    void save(Tx tx, CommentId id, Words words, Instant at) {
        MediaId item = words.item();
        Saying saying = words.saying();
        tx.update(
                """
                INSERT INTO comment (kind, item_id, comment_id, user_id, text, text_key, review, spoiler, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                item.kind().number(),
                item.value(),
                id.value(),
                words.user().value(),
                saying.text(),
                words.key(),
                saying.review(),
                saying.spoiler(),
                at);
        tx.update("""
                INSERT INTO user_comment (user_id, comment_id, kind, item_id, review, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, words.user().value(), id.value(), item.kind().number(), item.value(), saying.review(), at);
    }

    List<CommentId> numbers(Tx tx, MediaId item, CommentFilter filter) {
        String which = switch (filter) {
            case ALL -> "";
            case SHOUTS -> "AND NOT review ";
            case REVIEWS -> "AND review ";
        };
        return tx.numbers(
                "SELECT comment_id FROM comment WHERE kind = ? AND item_id = ? AND parent_id IS NULL " + which
                        + "ORDER BY created_at DESC, comment_id DESC",
                CommentId::new,
                item.kind().number(),
                item.value());
    }

    List<Comment> read(Tx tx, MediaId item, List<CommentId> wanted) {
        List<Long> numbers = wanted.stream().map(CommentId::value).toList();
        return tx.query(
                String.format(Locale.ROOT, """
                SELECT c.comment_id, c.user_id, c.text, c.spoiler, c.review, c.created_at,
                    (SELECT count(*) FROM comment_like l WHERE l.comment_id = c.comment_id),
                    coalesce(r.replies, 0)
                FROM comment c
                LEFT JOIN (SELECT parent_id, count(*) AS replies FROM comment
                           WHERE kind = ? AND item_id = ? AND parent_id IS NOT NULL GROUP BY parent_id) r
                    ON r.parent_id = c.comment_id
                WHERE c.kind = ? AND c.item_id = ? AND c.comment_id IN (%s)
                ORDER BY c.created_at DESC, c.comment_id DESC
                """, Tx.marks(numbers.size())),
                CommentStore::comment,
                item.kind().number(),
                item.value(),
                item.kind().number(),
                item.value(),
                Tx.padded(numbers));
    }

    private static Comment comment(Row row) {
        return new Comment(
                new CommentId(row.number(1)),
                new UserId(row.number(2)),
                new Saying(row.text(3), row.flag(4), row.flag(5)),
                row.instant(6),
                row.count(7),
                row.count(8));
    }
}
