package dev.spoolmark.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.db.Tx;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Numbers of replies and likes of many comments.
class CommentCountStoreTest {

    private static final MediaId MOVIE = new MediaId.MovieId(10);

    private static List<String> plan(String sql) {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            return database.read(tx -> tx.query(
                    "EXPLAIN QUERY PLAN " + String.format(Locale.ROOT, sql, Tx.placeholders(250)),
                    row -> row.getString(4),
                    Tx.padToPlaceholders(Collections.nCopies(250, 5L))));
        }
    }

    /// Without the index, each page reads the comments of all users.
    @Test
    void repliesAndLikesAreCountedByAnIndex() {
        assertThat(plan(CommentCountStore.REPLIES)).first().asString().contains("comment_replies (parent_id=?)");
        assertThat(plan(CommentCountStore.LIKES_OF_ALL_USERS))
                .first()
                .asString()
                .contains("comment_like_of_comment (comment_id=?)");
    }

    /// More than one statement can name.
    @ParameterizedTest
    @EnumSource(Engine.class)
    void eachOfManyCommentsHasItsOwnNumbers(Engine engine) {
        try (Database database = TestDatabases.open(engine)) {
            Comments comments = new Comments(database, new ActivityStamps(), new TestClock());
            UserId ann = new UserId(1);
            UserId bob = new UserId(2);
            LongStream.range(0, 3).forEach(n -> comments.add(ann, MOVIE, CommentText.of("Text " + n, false, false)));
            List<CommentId> written = comments.on(MOVIE, CommentFilter.ALL);
            comments.like(ann, written.get(0));
            comments.like(bob, written.get(0));
            comments.reply(bob, MOVIE, written.get(1), CommentText.of("Reply", false, false));
            comments.like(bob, written.get(1));
            List<CommentId> requested = Stream.concat(
                            LongStream.range(1_000_000, 1_000_600).mapToObj(CommentId::new), written.stream())
                    .toList();

            CommentCountStore.Counts counts = database.read(tx -> new CommentCountStore().of(tx, requested));

            assertThat(written).extracting(counts::likes).containsExactly(2, 1, 0);
            assertThat(written).extracting(counts::replies).containsExactly(0, 1, 0);
            assertThat(comments.read(MOVIE, written)).extracting(Comment::likes).containsExactly(2, 1, 0);
        }
    }
}
