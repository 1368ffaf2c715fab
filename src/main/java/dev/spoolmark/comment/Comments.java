package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.kernel.ClockSkew;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What everybody said about things. A comment is public by nature, whoever wrote it (`security.md` 7); who the writer
/// is stays behind the gate.
public final class Comments {

    /// How many comments one person may write (`security.md` 4.3).
    private static final int LIMIT = 50_000;

    /// How long the same words of the same thing are taken for the same comment, sent again.
    private static final Duration SAME_WORDS = Duration.ofMinutes(15);

    private final Database database;
    private final Timeline timeline;
    private final InstantSource clock;
    private final CommentStore store = new CommentStore();

    public Comments(Database database, Timeline timeline, InstantSource clock) {
        this.database = database;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Adds a comment, unless the same person said the same of the same thing within the last minute: old clients send
    /// again what they got no answer to.
    public void say(UserId user, MediaId item, Saying saying) {
        Instant now = clock.instant();
        database.write(tx -> add(tx, CommentStore.Words.of(user, item, saying), now));
    }

    /// The comments on a thing, newest first.
    public List<CommentId> on(MediaId item, CommentFilter filter) {
        return database.read(tx -> store.numbers(tx, item, filter));
    }

    /// Those of these comments that are there, newest first.
    public List<Comment> read(MediaId item, List<CommentId> wanted) {
        return wanted.isEmpty() ? List.of() : database.read(tx -> store.read(tx, item, wanted));
    }

    private boolean add(Tx tx, CommentStore.Words words, Instant now) {
        Instant lately = now.minus(SAME_WORDS);
        Instant latest = now.plus(ClockSkew.REPEATED);
        if (store.wasSaid(tx, words, lately, latest)) {
            return false;
        }
        if (store.count(tx, words.user()) >= LIMIT) {
            throw new Refusal(new Problem.NotAllowed("you cannot write more than " + LIMIT + " comments"));
        }
        // Whoever says the same at the same time waits here for the stamp, and so must look again.
        stamp(tx, words, now);
        if (store.wasSaid(tx, words, lately, latest)) {
            return false;
        }
        store.save(tx, new CommentId(tx.newId("comment")), words, now);
        return true;
    }

    private void stamp(Tx tx, CommentStore.Words words, Instant now) {
        String kind = words.item().kind().word();
        String sort = words.saying().review() ? ".review" : ".shout";
        timeline.changed(tx, words.user(), List.of(kind + ".comment", kind + sort), now);
    }
}
