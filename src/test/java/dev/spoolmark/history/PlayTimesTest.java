package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Changes of the times of several plays, and their undo.
@ParameterizedClass
@EnumSource(Engine.class)
class PlayTimesTest {

    private static final Watchable MOVIE = Watchable.of(new MovieId(1));
    private static final Watchable EPISODE = Watchable.of(new EpisodeId(101), new ShowId(100));
    private static final Instant FIRST = Instant.parse("2013-01-01T12:00:00Z");

    @Parameter
    Engine engine;

    UserDataFixture world;
    PlayHistory history;
    PlayTimes times;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        ActivityStamps stamps = new ActivityStamps();
        PlayRecorder recorder = new PlayRecorder(stamps, new Watchlist(world.database, stamps, () -> now));
        history = new PlayHistory(world.database, recorder, nobody -> {}, () -> now);
        times = history.times();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void watch(Watchable item, @Nullable Instant at) {
        history.seen(world.ann.owner(), List.of(MarkedWatched.once(item, at)), null);
    }

    private List<PlayEntry> all() {
        return history.page(world.ann, PlayFilter.NONE, Optional.empty(), 1_000).plays();
    }

    private List<Long> ids() {
        return all().stream().map(PlayEntry::id).toList();
    }

    @Test
    void playsAreShiftedAndTheChangeIsUndone() {
        watch(MOVIE, FIRST);
        watch(EPISODE, FIRST.plusSeconds(60));
        List<PlayEntry> before = all();

        PlayTimes.Change change = times.shift(world.ann.owner(), ids(), at -> at.plus(Duration.ofDays(1)));
        assertThat(change.plays()).isEqualTo(2);
        assertThat(all())
                .extracting(PlayEntry::watchedAt)
                .containsExactly(FIRST.plusSeconds(86_460), FIRST.plusSeconds(86_400));
        assertThat(Objects.requireNonNull(
                                history.watched(world.ann, List.of(MOVIE.id())).get(MOVIE.id()))
                        .lastAt())
                .isEqualTo(FIRST.plusSeconds(86_400));
        assertThat(times.undo(new UserId(8), change.at())).isZero();
        assertThat(times.undo(world.ann.owner(), change.at())).isEqualTo(2);

        assertThat(all()).isEqualTo(before);
        assertThat(times.undo(world.ann.owner(), change.at())).isZero();
    }

    @Test
    void aDayStaysADayWhenItIsShiftedAndItsChangeIsUndone() {
        WatchedTime day = WatchedTime.of(LocalDate.of(2013, 1, 1));
        watch(MOVIE, FIRST);
        times.set(world.ann.owner(), ids(), day);
        assertThat(all()).extracting(PlayEntry::time).containsExactly(day);

        now = now.plusSeconds(1);
        PlayTimes.Change shifted = times.shift(world.ann.owner(), ids(), at -> at.plus(Duration.ofHours(25)));
        assertThat(all()).extracting(PlayEntry::time).containsExactly(WatchedTime.of(LocalDate.of(2013, 1, 2)));
        times.undo(world.ann.owner(), shifted.at());
        assertThat(all()).extracting(PlayEntry::time).containsExactly(day);

        history.deletions().delete(world.ann.owner(), ids());
        history.deletions().restore(world.ann.owner());
        assertThat(all()).extracting(PlayEntry::time).containsExactly(day);
    }

    @Test
    void aTimeThatAnotherWindowHasChangedIsKept() {
        watch(MOVIE, FIRST);
        long play = ids().getFirst();
        WatchedTime seen = WatchedTime.of(FIRST);
        WatchedTime first = WatchedTime.of(FIRST.plusSeconds(60));
        WatchedTime second = WatchedTime.of(LocalDate.of(2013, 1, 9));

        assertThat(times.set(world.ann.owner(), play, seen, first)).isInstanceOf(PlayTimes.Result.Changed.class);
        assertThat(times.set(world.ann.owner(), play, seen, first))
                .isEqualTo(new PlayTimes.Result.Changed(new PlayTimes.Change(now, 0)));
        assertThat(times.set(world.ann.owner(), play, seen, second)).isEqualTo(new PlayTimes.Result.Outdated(first));
        assertThat(all()).extracting(PlayEntry::time).containsExactly(first);
        assertThat(times.set(world.ann.owner(), play, first, second)).isInstanceOf(PlayTimes.Result.Changed.class);
        assertThat(times.set(new UserId(8), play, second, first)).isEqualTo(new PlayTimes.Result.Gone());
    }

    /// Both plays of one item at the same time stay two plays.
    @Test
    void playsOfOneItemGetTheSameTimeOrAnUnknownOne() {
        watch(MOVIE, FIRST);
        world.database.write(tx -> tx.update(
                "INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)"
                        + " VALUES (7, 999999, 1, 1, 0, ?, 0, 3, ?)",
                FIRST.plusSeconds(7_200),
                FIRST));

        times.set(world.ann.owner(), ids(), WatchedTime.of(FIRST.plusSeconds(7_200)));
        assertThat(all())
                .extracting(PlayEntry::watchedAt)
                .containsExactly(FIRST.plusSeconds(7_200), FIRST.plusSeconds(7_200));
        now = now.plusSeconds(1);
        PlayTimes.Change unknown = times.set(world.ann.owner(), ids(), WatchedTime.UNKNOWN);
        assertThat(all()).extracting(PlayEntry::watchedAt).containsOnlyNulls();
        assertThat(times.shift(world.ann.owner(), ids(), at -> at.plusSeconds(1))
                        .plays())
                .isZero();
        times.undo(world.ann.owner(), unknown.at());
        assertThat(all())
                .extracting(PlayEntry::watchedAt)
                .containsExactly(FIRST.plusSeconds(7_200), FIRST.plusSeconds(7_200));
    }

    @Test
    void nothingIsChangedIfOnePlayWouldLeaveTheRange() {
        watch(MOVIE, FIRST);
        watch(EPISODE, now);

        assertThatThrownBy(() -> times.shift(world.ann.owner(), ids(), at -> at.plus(Duration.ofHours(25))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        times.set(world.ann.owner(), ids(), WatchedTime.of(Instant.parse("1899-12-31T23:59:59Z"))))
                .isInstanceOf(ProblemException.class);
        assertThat(all()).extracting(PlayEntry::watchedAt).containsExactly(now, FIRST);
    }

    @Test
    void undoLeavesWhatWasChangedOrDeletedSinceThen() {
        watch(MOVIE, FIRST);
        watch(EPISODE, FIRST);
        List<Long> ids = ids();
        PlayTimes.Change change = times.shift(world.ann.owner(), ids, at -> at.plusSeconds(60));
        history.times().set(world.ann.owner(), List.of(ids.getFirst()), WatchedTime.of(FIRST.plusSeconds(600)));
        history.deletions().delete(world.ann.owner(), List.of(ids.getLast()));

        assertThat(times.undo(world.ann.owner(), change.at())).isZero();
        assertThat(all()).extracting(PlayEntry::watchedAt).containsExactly(FIRST.plusSeconds(600));
    }

    @Test
    void playsOfOthersAreSkippedAndAnOldChangeIsFinal() {
        watch(MOVIE, FIRST);
        List<Long> ids = ids();

        assertThat(times.set(new UserId(8), ids, WatchedTime.UNKNOWN).plays()).isZero();
        PlayTimes.Change change = times.set(world.ann.owner(), ids, WatchedTime.UNKNOWN);
        now = now.plusSeconds(601);
        assertThat(times.undo(world.ann.owner(), change.at())).isZero();
        assertThat(times.purgeExpired()).isEqualTo(1);
    }

    @Test
    void moreThanOneTransactionIsChangedAndUndone() {
        history.seen(
                world.ann.owner(),
                LongStream.rangeClosed(1, 1_200)
                        .mapToObj(id -> MarkedWatched.once(Watchable.of(new MovieId(id)), FIRST))
                        .toList(),
                null);
        List<Long> ids =
                world.database.read(tx -> tx.query("SELECT play_id FROM play ORDER BY play_id", row -> row.getLong(1)));

        PlayTimes.Change change = times.shift(world.ann.owner(), ids, at -> at.plusSeconds(5));
        assertThat(change.plays()).isEqualTo(1_200);
        assertThat(times.undo(world.ann.owner(), change.at())).isEqualTo(1_200);
        assertThat(all()).extracting(PlayEntry::watchedAt).containsOnly(FIRST);
    }
}
