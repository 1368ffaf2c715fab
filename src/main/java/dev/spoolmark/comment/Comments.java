package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What everybody said about things. A comment is public by nature, whoever wrote it
/// (`docs/security.md#visibility`); who the writer is stays behind the gate.
public final class Comments {

    /// How many comments one person may write (`docs/security.md#quotas`).
    private static final int LIMIT = 50_000;

    /// How long the same words of the same thing are taken for the same comment, sent again.
    private static final Duration SAME_WORDS = Duration.ofMinutes(15);

    private final Database database;
    private final ActivityStamps timeline;
    private final InstantSource clock;
    private final CommentStore store = new CommentStore();

    public Comments(Database database, ActivityStamps timeline, InstantSource clock) {
        this.database = database;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Adds a comment, unless the same person said the same of the same thing within the last minute: old clients
    /// send again what they got no answer to.
    public void add(UserId user, MediaId item, CommentText text) {
        Instant now = clock.instant();
        database.write(tx -> add(tx, CommentStore.NewComment.of(user, item, text), now));
    }

    /// The comments on a thing, newest first.
    public List<CommentId> on(MediaId item, CommentFilter filter) {
        return database.read(tx -> store.numbers(tx, item, filter));
    }

    /// Those of these comments that are there, newest first.
    public List<Comment> read(MediaId item, List<CommentId> requested) {
        return requested.isEmpty() ? List.of() : database.read(tx -> store.read(tx, item, requested));
    }

    private boolean add(Tx tx, CommentStore.NewComment comment, Instant now) {
        Instant lately = now.minus(SAME_WORDS);
        Instant latest = now.plus(ClockSkew.REPEATED);
        if (store.wasSaid(tx, comment, lately, latest)) {
            return false;
        }
        if (store.count(tx, comment.user()) >= LIMIT) {
            throw new ProblemException(new Problem.NotAllowed("you cannot write more than " + LIMIT + " comments"));
        }
        // Whoever says the same at the same time waits here for the stamp, and so must look again.
        stamp(tx, comment, now);
        if (store.wasSaid(tx, comment, lately, latest)) {
            return false;
        }
        store.save(tx, new CommentId(tx.newId("comment")), comment, now);
        return true;
    }

    private void stamp(Tx tx, CommentStore.NewComment comment, Instant now) {
        String kind = comment.item().kind().key();
        String sort = comment.saying().review() ? ".review" : ".shout";
        timeline.changed(tx, comment.user(), List.of(kind + ".comment", kind + sort), now);
    }
}
