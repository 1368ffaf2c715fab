package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Comments of users. The text of a comment is always public; the author is visible as their profile is
/// (`docs/security.md#visibility`).
public final class Comments {

    /// The highest number of comments of one user (`docs/security.md#quotas`).
    static final int LIMIT = 50_000;

    /// Within this time, the same text about the same item is the same comment.
    private static final Duration REPEAT_WINDOW = Duration.ofMinutes(15);

    /// The most replies that a page of comments shows.
    private static final int MAX_REPLIES = 200;

    private final Database database;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final CommentStore store = new CommentStore();
    private final CommentPageStore pages = new CommentPageStore();

    public Comments(Database database, ActivityStamps stamps, InstantSource clock) {
        this.database = database;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// Adds a comment, unless the same user has written the same text about the item within the last 15 minutes:
    /// some clients repeat a request without a response.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the user has 50,000 comments
    public void add(UserId user, MediaId item, CommentText text) {
        Instant now = clock.instant();
        database.write(tx -> add(tx, CommentStore.NewComment.of(user, item, text), now));
    }

    /// Adds a reply to a comment about an item, unless the same user has written the same text about the item
    /// within the last 15 minutes.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the item has no such comment, with
    /// [Problem.NotAllowed] if the user has 50,000 comments
    public void reply(UserId user, MediaId item, CommentId parent, CommentText text) {
        Instant now = clock.instant();
        database.write(tx -> {
            requireFound(!store.read(tx, item, List.of(parent)).isEmpty());
            return add(tx, CommentStore.NewComment.replyTo(parent, user, item, text), now);
        });
    }

    /// A user likes a comment. Repeating it keeps the first time.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is no such comment
    public void like(UserId user, CommentId comment) {
        Instant now = clock.instant();
        database.write(tx -> {
            requireFound(store.exists(tx, comment));
            return store.like(tx, user, comment, now);
        });
    }

    /// A user likes a comment no more.
    ///
    /// @return whether the user liked it before
    public boolean unlike(UserId user, CommentId comment) {
        return database.write(tx -> store.unlike(tx, user, comment));
    }

    /// Those of these comments that a user likes. Only this user can read that.
    ///
    /// @param comments at most 500
    public Set<CommentId> liked(ProfileView self, Collection<CommentId> comments) {
        return comments.isEmpty() ? Set.of() : database.read(tx -> store.liked(tx, self.ownerAlone(), comments));
    }

    /// Comments of imported files.
    public CommentImports imports() {
        return new CommentImports(stamps);
    }

    /// Changes and deletions of comments by their authors.
    public CommentEdits edits() {
        return new CommentEdits(database, stamps, clock);
    }

    /// The comments about an item, newest first. Replies are not among them.
    public List<CommentId> on(MediaId item, CommentFilter filter) {
        return database.read(tx -> store.numbers(tx, item, filter));
    }

    /// Those of these comments that exist, newest first.
    public List<Comment> read(MediaId item, List<CommentId> requested) {
        return requested.isEmpty() ? List.of() : database.read(tx -> store.read(tx, item, requested));
    }

    /// A page of the comments about an item with the replies to them, newest comments first, oldest replies first.
    ///
    /// @param after the last comment of the page before; null for the first page
    /// @param size the number of comments
    public CommentPage page(MediaId item, @Nullable CommentId after, int size) {
        return CommentPage.of(database.read(tx -> store.page(tx, item, after, size + 1, MAX_REPLIES)), size);
    }

    private boolean add(Tx tx, CommentStore.NewComment comment, Instant now) {
        Instant earliest = now.minus(REPEAT_WINDOW);
        Instant latest = now.plus(ClockSkew.REPEATED);
        if (store.exists(tx, comment, earliest, latest)) {
            return false;
        }
        if (store.count(tx, comment.user()) >= LIMIT) {
            throw new ProblemException(new Problem.NotAllowed("you cannot write more than " + LIMIT + " comments"));
        }
        // A concurrent request with the same text waits here for the stamp, so it has to check again.
        stamp(tx, stamps, comment, now);
        if (store.exists(tx, comment, earliest, latest)) {
            return false;
        }
        store.save(tx, new CommentId(tx.newId("comment")), comment, now);
        return true;
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw new ProblemException(new Problem.NotFound("comment"));
        }
    }

    static void stamp(Tx tx, ActivityStamps stamps, CommentStore.NewComment comment, Instant now) {
        ActivityType type = comment.content().review() ? ActivityType.REVIEW : ActivityType.SHOUT;
        stamps.changed(
                tx,
                comment.user(),
                List.of(
                        ActivityChange.added(ActivityType.COMMENT, comment.item()),
                        ActivityChange.added(type, comment.item())),
                now);
    }

    /// The comments and replies of a user about items of a kind, oldest first.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<WrittenComment> page(ProfileView profile, Kind kind, @Nullable WrittenComment after, int max) {
        long comment = after == null ? 0 : after.comment().id().value();
        return database.read(tx -> pages.comments(tx, profile.owner(), kind, comment, max));
    }

    /// The comments that a user likes, by id. Only this user can read them.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<CommentLike> likes(ProfileView self, @Nullable CommentLike after, int max) {
        long comment = after == null ? 0 : after.comment().value();
        return database.read(tx -> pages.likes(tx, self.ownerAlone(), comment, max));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                UserRows.of("comment_like", "comment_id"),
                UserRows.of("deleted_comment", "kind", "item_id", "comment_id"),
                new CommentEraser());
    }
}
