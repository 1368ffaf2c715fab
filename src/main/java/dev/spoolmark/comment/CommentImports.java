package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds comments of imported files with their own times, and takes them back.
public final class CommentImports {

    private final ActivityStamps stamps;
    private final CommentStore store = new CommentStore();
    private final CommentEditStore edits = new CommentEditStore();

    CommentImports(ActivityStamps stamps) {
        this.stamps = stamps;
    }

    /// Adds a comment, unless the user has written the same text about the item at whatever time.
    ///
    /// @param at when it was written
    /// @param changedAt last change of its text; null if there was none
    /// @return empty if it is there, or the user has the highest number of comments
    public Optional<CommentId> add(
            Tx tx, UserId user, MediaId item, CommentText text, Instant at, @Nullable Instant changedAt, Instant now) {
        CommentStore.NewComment comment = CommentStore.NewComment.of(user, item, text);
        if (store.exists(tx, comment, Instant.EPOCH, now.plus(Duration.ofDays(1)))
                || store.count(tx, user) >= Comments.LIMIT) {
            return Optional.empty();
        }
        Comments.stamp(tx, stamps, comment, now);
        CommentId id = new CommentId(tx.newId("comment"));
        store.save(tx, id, comment, at);
        if (changedAt != null) {
            edits.change(tx, user, item, id, text, changedAt);
        }
        return Optional.of(id);
    }

    /// Deletes a comment that was added, unless its text has changed since, or it has replies.
    ///
    /// @param changedAt of the comment when it was added; null for none
    /// @return whether it was deleted
    public boolean undo(
            Tx tx,
            UserId user,
            MediaId item,
            CommentId comment,
            CommentText text,
            @Nullable Instant changedAt,
            Instant now) {
        boolean isDeleted = edits.deleteUnchanged(tx, user, item, comment, text, changedAt);
        if (isDeleted) {
            Comments.stamp(tx, stamps, CommentStore.NewComment.of(user, item, text), now);
        }
        return isDeleted;
    }
}
