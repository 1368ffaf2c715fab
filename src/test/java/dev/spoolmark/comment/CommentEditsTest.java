package dev.spoolmark.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Changes and deletions of comments by their authors.
@ParameterizedClass
@EnumSource(Engine.class)
class CommentEditsTest {

    private static final UserId BOB = new UserId(8);
    private static final MediaId MOVIE = new MovieId(10);

    @Parameter
    Engine engine;

    private UserDataFixture fixture;
    private UserId ann;
    private Comments comments;
    private CommentEdits edits;
    private Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        ann = fixture.ann.owner();
        comments = new Comments(fixture.database, new ActivityStamps(), () -> now);
        edits = comments.edits();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static CommentText text(String text) {
        return CommentText.of(text, false, true);
    }

    private Comment add(String text) {
        comments.add(ann, MOVIE, text(text));
        return all().stream()
                .filter(comment -> comment.content().text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<Comment> all() {
        return comments.read(MOVIE, comments.on(MOVIE, CommentFilter.ALL));
    }

    @Test
    void anAuthorChangesACommentAndItsType() {
        Comment first = add("Grate.");
        now = now.plusSeconds(60);

        CommentChange change = edits.change(ann, MOVIE, first.id(), text("word ".repeat(200)), first.writtenAt());

        assertThat(change.isDone()).isTrue();
        assertThat(all()).containsExactly(change.stored().orElseThrow());
        assertThat(all().getFirst().content().review()).isTrue();
        assertThat(all().getFirst().at()).isEqualTo(UserDataFixture.NOW);
        assertThat(all().getFirst().writtenAt()).isEqualTo(now);
    }

    @Test
    void aChangeOfAnotherStateIsRejected() {
        Comment first = add("first");
        edits.change(ann, MOVIE, first.id(), text("second"), first.writtenAt());

        CommentChange late = edits.change(ann, MOVIE, first.id(), text("third"), first.writtenAt());

        assertThat(late.isDone()).isFalse();
        assertThat(late.stored().orElseThrow().content().text()).isEqualTo("second");
        edits.delete(ann, MOVIE, first.id());
        assertThat(edits.change(ann, MOVIE, first.id(), text("third"), first.writtenAt()))
                .isEqualTo(new CommentChange(false, Optional.empty()));
    }

    @Test
    void nobodyElseChangesOrDeletesAComment() {
        Comment first = add("first");

        assertThatThrownBy(() -> edits.change(BOB, MOVIE, first.id(), text("mine"), first.writtenAt()))
                .isInstanceOf(ProblemException.class);
        assertThat(edits.delete(BOB, MOVIE, first.id())).isEmpty();
        Instant deleted = edits.delete(ann, MOVIE, first.id()).orElseThrow();
        assertThat(edits.restore(BOB, MOVIE, deleted)).isFalse();
        assertThat(all()).isEmpty();
    }

    @Test
    void aDeletedCommentIsPutBackWithItsLikesAndReplies() {
        Comment first = add("first");
        comments.like(BOB, first.id());
        comments.reply(BOB, MOVIE, first.id(), text("reply"));
        Comment before = all().getFirst();

        Instant deleted = edits.delete(ann, MOVIE, first.id()).orElseThrow();
        assertThat(all()).isEmpty();
        assertThat(comments.page(fixture.ann, Kind.MOVIE, null, 10)).isEmpty();
        assertThat(comments.page(MOVIE, null, 10).threads()).isEmpty();
        assertThat(edits.restore(ann, MOVIE, deleted)).isTrue();

        assertThat(all()).containsExactly(before);
        assertThat(before.likes()).isEqualTo(1);
        assertThat(before.replies()).isEqualTo(1);
        assertThat(comments.page(fixture.ann, Kind.MOVIE, null, 10)).hasSize(1);
        assertThat(edits.restore(ann, MOVIE, deleted)).isFalse();
    }

    @Test
    void anOldCommentWithRepliesStays() {
        Comment first = add("first");
        Comment alone = add("alone");
        comments.reply(BOB, MOVIE, first.id(), text("reply"));
        now = now.plus(Duration.ofDays(15));

        assertThatThrownBy(() -> edits.delete(ann, MOVIE, first.id())).isInstanceOf(ProblemException.class);
        assertThat(edits.delete(ann, MOVIE, alone.id())).isPresent();
        assertThat(all()).hasSize(1);
    }

    @Test
    void deletedCommentsArePurgedWithTheirLikes() {
        Comment first = add("first");
        comments.like(ann, first.id());
        Instant deleted = edits.delete(ann, MOVIE, first.id()).orElseThrow();
        now = now.plus(Duration.ofMinutes(11));

        assertThat(edits.restore(ann, MOVIE, deleted)).isFalse();
        assertThat(edits.purgeExpired()).isEqualTo(1);
        assertThat(comments.likes(fixture.ann, null, 10)).isEmpty();
    }

    @Test
    void aLikeIsTakenBack() {
        Comment first = add("first");
        Comment second = add("second");
        comments.like(ann, first.id());
        List<CommentId> both = List.of(first.id(), second.id());
        assertThat(comments.liked(fixture.ann, both)).containsExactly(first.id());

        assertThat(comments.unlike(ann, first.id())).isTrue();
        assertThat(comments.unlike(ann, first.id())).isFalse();
        assertThat(comments.liked(fixture.ann, both)).isEmpty();
    }

    @Test
    void aDeletedCommentMovesWithItsItem() {
        Comment first = add("first");
        Instant deleted = edits.delete(ann, MOVIE, first.id()).orElseThrow();
        List<UserDataMove> moves = List.of(new UserDataMove(Kind.MOVIE, 10, 11, 0, now));
        fixture.database.write(tx -> {
            CommentEdits.mover(new ActivityStamps()).migrate(tx, ann.value(), moves, now);
            return 0;
        });

        assertThat(edits.restore(ann, MOVIE, deleted)).isFalse();
        assertThat(edits.restore(ann, new MovieId(11), deleted)).isTrue();
    }
}
