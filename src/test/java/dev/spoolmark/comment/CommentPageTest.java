package dev.spoolmark.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.comment.CommentPage.CommentThread;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class CommentPageTest {

    private static final UserId ANN = new UserId(7);
    private static final MovieId MOVIE = new MovieId(5_001);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    Comments comments;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        comments = new Comments(fixture.database, new ActivityStamps(), () -> now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static List<String> texts(CommentPage page) {
        return page.threads().stream()
                .map(thread -> thread.comment().content().text())
                .toList();
    }

    private CommentPage page(@Nullable CommentId after) {
        return comments.page(MOVIE, after, 2);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (String text : List.of("one", "two", "three", "four", "five")) {
            comments.add(ANN, MOVIE, new CommentText(text, false, false));
        }

        CommentPage first = page(null);
        CommentPage second = page(first.next().orElseThrow());
        CommentPage third = page(second.next().orElseThrow());

        assertThat(texts(first)).containsExactly("five", "four");
        assertThat(texts(second)).containsExactly("three", "two");
        assertThat(texts(third)).containsExactly("one");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void repliesBelongToTheirCommentOldestFirst() {
        comments.add(ANN, MOVIE, new CommentText("one", false, false));
        CommentId one = page(null).threads().getFirst().comment().id();
        for (String text : List.of("first", "second")) {
            now = now.plusSeconds(1);
            comments.reply(ANN, MOVIE, one, new CommentText(text, false, false));
        }
        comments.add(ANN, MOVIE, new CommentText("two", false, false));

        CommentThread thread = page(null).threads().getLast();

        assertThat(thread.comment().id()).isEqualTo(one);
        assertThat(thread.replies()).map(reply -> reply.content().text()).containsExactly("first", "second");
    }

    @Test
    void likesOfCommentsAndRepliesAreCounted() {
        comments.add(ANN, MOVIE, new CommentText("one", false, false));
        CommentId one = page(null).threads().getFirst().comment().id();
        comments.reply(ANN, MOVIE, one, new CommentText("reply", false, false));
        CommentId reply = page(null).threads().getFirst().replies().getFirst().id();
        comments.like(ANN, one);
        comments.like(new UserId(8), one);
        comments.like(ANN, reply);

        CommentThread thread = page(null).threads().getFirst();

        assertThat(thread.comment().likes()).isEqualTo(2);
        assertThat(thread.replies()).map(Comment::likes).containsExactly(1);
    }

    @Test
    void anItemWithoutCommentsHasAnEmptyPage() {
        assertThat(page(null).threads()).isEmpty();
        assertThat(page(new CommentId(99)).threads()).isEmpty();
    }
}
