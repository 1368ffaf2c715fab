package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.db.Engine;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Deletion of plays, and its undo.
@ParameterizedClass
@EnumSource(Engine.class)
class PlayDeletionsTest {

    private static final Watchable MOVIE = Watchable.of(new MovieId(1));
    private static final Watchable EPISODE = Watchable.of(new EpisodeId(101), new ShowId(100));

    @Parameter
    Engine engine;

    UserDataFixture world;
    PlayRecorder recorder;
    PlayHistory history;
    PlayDeletions deletions;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        ActivityStamps stamps = new ActivityStamps();
        recorder = new PlayRecorder(stamps, new Watchlist(world.database, stamps, () -> now));
        history = new PlayHistory(world.database, recorder, nobody -> {}, () -> now);
        deletions = new PlayDeletions(world.database, recorder, stamps, () -> now);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void watch(Watchable item, Instant at, int times) {
        history.seen(world.ann.owner(), List.of(new MarkedWatched(item, at, times)), null);
    }

    private List<PlayEntry> all() {
        return history.page(world.ann, PlayFilter.NONE, Optional.empty(), 100).plays();
    }

    private boolean report(Watchable item, Instant at) {
        PlayReport report = new PlayReport(item, PlayAction.SCROBBLE, at, at, Duration.ofMinutes(60), null, 9_500);
        return world.database.write(tx -> recorder.record(tx, world.ann.owner(), report, now));
    }

    private @Nullable WatchedSummary summary(Watchable item) {
        return history.watched(world.ann, List.of(item.id())).get(item.id());
    }

    @Test
    void aDeletedPlayLeavesTheSummaryAndOpensTheWindow() {
        report(MOVIE, now);
        assertThat(report(MOVIE, now.plusSeconds(60))).isFalse();
        long play = all().getFirst().id();

        assertThat(deletions.delete(world.ann.owner(), List.of(play, 12_345L))).hasSize(1);

        assertThat(all()).isEmpty();
        assertThat(history.watched(world.ann, List.of(MOVIE.id()))).isEmpty();
        assertThat(report(MOVIE, now.plusSeconds(60))).isTrue();
    }

    @Test
    void ofSeveralPlaysTheOthersStay() {
        watch(MOVIE, now, 3);
        history.times().set(world.ann.owner(), List.of(all().getFirst().id()), WatchedTime.of(now.minusSeconds(500)));

        deletions.delete(world.ann.owner(), List.of(all().getLast().id()));

        assertThat(summary(MOVIE)).isEqualTo(new WatchedSummary(2, now, now, null));
    }

    @Test
    void theLastDeletionCanBeUndoneForTenMinutes() {
        watch(MOVIE, now, 2);
        watch(EPISODE, now, 1);
        List<PlayEntry> before = all();
        deletions.delete(world.ann.owner(), before.stream().map(PlayEntry::id).toList());
        assertThat(deletions.restorable(world.ann.owner())).isEqualTo(3);

        assertThat(deletions.restore(world.ann.owner())).isEqualTo(3);
        assertThat(deletions.restore(world.ann.owner())).isZero();

        assertThat(all()).isEqualTo(before);
        assertThat(summary(MOVIE)).isEqualTo(new WatchedSummary(2, now, now, null));
        deletions.delete(world.ann.owner(), List.of(before.getFirst().id()));
        now = now.plus(Duration.ofMinutes(11));
        assertThat(deletions.restore(world.ann.owner())).isZero();
        assertThat(deletions.purgeExpired()).isEqualTo(1);
    }

    @Test
    void aRestoredPlayStandsBesideOneThatWasAddedMeanwhile() {
        watch(MOVIE, now, 1);
        deletions.delete(world.ann.owner(), List.of(all().getFirst().id()));
        watch(MOVIE, now, 1);

        deletions.restore(world.ann.owner());

        assertThat(all()).hasSize(2);
        assertThat(Objects.requireNonNull(summary(MOVIE)).plays()).isEqualTo(2);
    }

    @Test
    void playsOfOthersStay() {
        watch(MOVIE, now, 1);

        assertThat(deletions.delete(new UserId(8), List.of(all().getFirst().id())))
                .isEmpty();
        assertThat(all()).hasSize(1);
    }

    @Test
    void deletedPlaysMoveWithTheirItem() {
        watch(MOVIE, now, 2);
        deletions.delete(world.ann.owner(), all().stream().map(PlayEntry::id).toList());
        List<UserDataMove> moves = List.of(new UserDataMove(Kind.MOVIE, 1, 2, 0, now));
        UserDataMover mover = PlayDeletions.mover(new ActivityStamps());
        long user = world.ann.owner().value();

        List<Long> users = world.database.read(tx -> mover.affectedUsers(tx, moves, 0, 10));
        assertThat(users).containsExactly(user);
        world.database.write(tx -> {
            mover.migrate(tx, user, moves, now);
            return true;
        });

        assertThat(deletions.restore(world.ann.owner())).isEqualTo(2);
        assertThat(all()).extracting(PlayEntry::item).containsOnly(Watchable.of(new MovieId(2)));
    }
}
