package dev.spoolmark.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Comments of all users on items.
@ParameterizedClass
@EnumSource(Engine.class)
class CommentsTest {

    private static final UserId ANN = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final MediaId MOVIE = new MediaId.MovieId(10);
    private static final MediaId SHOW = new MediaId.ShowId(11);
    private static final CommentText SHOUT = CommentText.of("Great", false, false);
    private static final CommentText REVIEW = CommentText.of("word ".repeat(200), true, true);

    @Parameter
    Engine engine;

    Database database;
    Comments comments;

    final TestClock clock = new TestClock();

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        comments = new Comments(database, new ActivityStamps(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commentsAreReturnedNewestFirst() {
        comments.add(ANN, MOVIE, SHOUT);
        clock.forward(Duration.ofSeconds(1));
        comments.add(BOB, MOVIE, REVIEW);

        List<Comment> read = comments.read(MOVIE, comments.on(MOVIE, CommentFilter.ALL));

        assertThat(read).extracting(Comment::author).containsExactly(BOB, ANN);
        assertThat(read).extracting(Comment::content).containsExactly(REVIEW, SHOUT);
        assertThat(read.getFirst().at()).isEqualTo(clock.instant());
    }

    @Test
    void repliesAndLikesAreCountedAndNotListed() {
        CommentId comment = shoutOfAnn();
        comments.reply(BOB, MOVIE, comment, CommentText.of("Not really", false, false));
        comments.like(BOB, comment);
        comments.like(BOB, comment);

        Comment read =
                comments.read(MOVIE, comments.on(MOVIE, CommentFilter.ALL)).getFirst();

        assertThat(comments.on(MOVIE, CommentFilter.ALL)).containsExactly(comment);
        assertThat(read.replies()).isEqualTo(1);
        assertThat(read.likes()).isEqualTo(1);
    }

    @Test
    void aReplyNeedsACommentAboutTheSameItem() {
        CommentId comment = shoutOfAnn();

        assertThatThrownBy(() -> comments.reply(BOB, SHOW, comment, SHOUT)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> comments.like(BOB, new CommentId(comment.value() + 1_000)))
                .isInstanceOf(ProblemException.class);
    }

    private CommentId shoutOfAnn() {
        comments.add(ANN, MOVIE, SHOUT);
        return comments.on(MOVIE, CommentFilter.ALL).getFirst();
    }

    @Test
    void filtersByShoutsAndReviews() {
        comments.add(ANN, MOVIE, SHOUT);
        comments.add(ANN, MOVIE, REVIEW);

        assertThat(read(CommentFilter.SHOUTS)).containsExactly(SHOUT);
        assertThat(read(CommentFilter.REVIEWS)).containsExactly(REVIEW);
        assertThat(comments.on(SHOW, CommentFilter.ALL)).isEmpty();
    }

    @Test
    void equalCommentsWithinAQuarterOfAnHourAreStoredOnce() {
        comments.add(ANN, MOVIE, SHOUT);
        clock.forward(Duration.ofMinutes(15).minusSeconds(1));
        comments.add(ANN, MOVIE, SHOUT);
        assertThat(read(CommentFilter.ALL)).hasSize(1);

        clock.forward(Duration.ofSeconds(1));
        comments.add(ANN, MOVIE, SHOUT);
        assertThat(read(CommentFilter.ALL)).hasSize(2);
    }

    @Test
    void otherUsersAndItemsCanHaveEqualComments() {
        comments.add(ANN, MOVIE, SHOUT);
        comments.add(BOB, MOVIE, SHOUT);
        comments.add(ANN, SHOW, SHOUT);

        assertThat(read(CommentFilter.ALL)).hasSize(2);
        assertThat(comments.on(SHOW, CommentFilter.ALL)).hasSize(1);
    }

    @Test
    void concurrentEqualCommentsAreStoredOnce() {
        IntStream.range(0, 24).parallel().forEach(n -> comments.add(ANN, MOVIE, SHOUT));

        assertThat(read(CommentFilter.ALL)).hasSize(1);
    }

    @Test
    void aCommentChangesTheStampsOfItsKind() {
        comments.add(ANN, MOVIE, SHOUT);
        comments.add(ANN, SHOW, REVIEW);

        assertThat(stamps()).containsExactly("movie.comment", "movie.shout", "show.comment", "show.review");
    }

    @Test
    void repliesAreCountedAndNotListed() {
        comments.add(ANN, MOVIE, SHOUT);
        CommentId answered = comments.on(MOVIE, CommentFilter.ALL).getFirst();
        comments.add(BOB, MOVIE, CommentText.of("Indeed", false, false));
        database.write(tx -> tx.update(
                "UPDATE comment SET parent_id = ? WHERE comment_id <> ?", answered.value(), answered.value()));

        assertThat(comments.read(MOVIE, comments.on(MOVIE, CommentFilter.ALL)))
                .extracting(Comment::id, Comment::replies, Comment::likes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(answered, 1, 0));
    }

    private List<CommentText> read(CommentFilter filter) {
        return comments.read(MOVIE, comments.on(MOVIE, filter)).stream()
                .map(Comment::content)
                .toList();
    }

    private List<String> stamps() {
        return database.read(tx -> tx.query(
                "SELECT area FROM activity WHERE user_id = ? AND area <> 'all' ORDER BY area",
                row -> row.getString(1),
                ANN.value()));
    }

    @Test
    void commentsWrittenWhileTheClockWasAheadAreNotDuplicates() {
        clock.forward(Duration.ofDays(1_461));
        comments.add(ANN, MOVIE, SHOUT);
        clock.forward(Duration.ofDays(-1_461));
        comments.add(ANN, MOVIE, SHOUT);
        comments.add(ANN, MOVIE, SHOUT);

        assertThat(comments.on(MOVIE, CommentFilter.ALL)).hasSize(2);
    }
}
