package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes and deletions of comments by their authors. A deletion can be undone for 10 minutes.
public final class CommentEdits {

    private static final Duration UNDO_TIME = Duration.ofMinutes(10);

    /// A comment with replies can be deleted until it is this old.
    private static final Duration DELETABLE_WITH_REPLIES = Duration.ofDays(14);

    private final Database database;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final CommentStore comments = new CommentStore();
    private final CommentEditStore store = new CommentEditStore();

    CommentEdits(Database database, ActivityStamps stamps, InstantSource clock) {
        this.database = database;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// Moves deleted comments that can be put back, when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(CommentEditStore.TABLE, Optional.empty(), stamps);
    }

    /// Replaces the text of a comment if its present state is the one that the author has seen.
    ///
    /// @param seen [Comment#writtenAt] of that state
    /// @throws ProblemException with [Problem.NotFound] if the user has written no such comment about the item
    public CommentChange change(UserId user, MediaId item, CommentId comment, CommentText text, Instant seen) {
        Instant now = now();
        return database.write(tx -> {
            store.lock(tx, user, item, comment);
            Optional<Comment> present = find(tx, user, item, comment);
            if (present.isEmpty() && !store.isDeleted(tx, user, item, comment)) {
                throw new ProblemException(new Problem.NotFound("comment"));
            }
            boolean isSame =
                    present.filter(found -> found.writtenAt().equals(seen)).isPresent();
            if (!isSame) {
                return new CommentChange(false, present);
            }
            stamp(tx, user, item, Stream.of(present.get().content().review(), text.review()), false, now);
            Instant later = seen.isBefore(now) ? now : seen.plusMillis(1);
            store.change(tx, user, item, comment, text, later);
            return new CommentChange(true, find(tx, user, item, comment));
        });
    }

    /// Deletes a comment. The replies to it are no longer shown, but stay with their authors.
    ///
    /// @return the time of the deletion, for [#restore]; empty if the user has no such comment any more
    /// @throws ProblemException with [Problem.NotAllowed] if it has replies and is more than two weeks old
    public Optional<Instant> delete(UserId user, MediaId item, CommentId comment) {
        Instant now = now();
        return database.write(tx -> {
            store.lock(tx, user, item, comment);
            Optional<Comment> present = find(tx, user, item, comment);
            if (present.isEmpty()) {
                return Optional.empty();
            }
            if (present.get().replies() > 0 && present.get().at().isBefore(now.minus(DELETABLE_WITH_REPLIES))) {
                throw new ProblemException(
                        new Problem.NotAllowed("a comment with replies can be deleted for two weeks"));
            }
            stamp(tx, user, item, Stream.of(present.get().content().review()), true, now);
            store.delete(tx, user, item, comment, now);
            return Optional.of(now);
        });
    }

    /// Puts the comments back that were deleted at this time.
    ///
    /// @return whether one is back
    public boolean restore(UserId user, MediaId item, Instant deletedAt) {
        Instant now = now();
        if (deletedAt.isBefore(now.minus(UNDO_TIME))) {
            return false;
        }
        return database.write(tx -> {
            List<Boolean> reviews = store.restore(tx, user, item, deletedAt);
            if (!reviews.isEmpty()) {
                stamp(tx, user, item, reviews.stream(), false, now);
            }
            return !reviews.isEmpty();
        });
    }

    /// Deletes what can no longer be put back, of all users.
    public int purgeExpired() {
        Instant before = now().minus(UNDO_TIME);
        return database.write(tx -> store.purge(tx, before));
    }

    private Optional<Comment> find(Tx tx, UserId user, MediaId item, CommentId comment) {
        return comments.read(tx, item, List.of(comment)).stream()
                .filter(found -> found.author().equals(user))
                .findFirst();
    }

    private void stamp(Tx tx, UserId user, MediaId item, Stream<Boolean> reviews, boolean isRemoval, Instant now) {
        List<ActivityChange> changes = Stream.concat(
                        Stream.of(ActivityType.COMMENT),
                        reviews.distinct().map(review -> review ? ActivityType.REVIEW : ActivityType.SHOUT))
                .map(type -> new ActivityChange(type, item, isRemoval))
                .toList();
        stamps.changed(tx, user, changes, now);
    }

    /// With the precision of the database, so that [#restore] finds it again.
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
