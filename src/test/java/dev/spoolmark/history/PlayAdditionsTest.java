package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.PlayAdditions.Added;
import dev.spoolmark.idempotency.IdempotencyKey;
import dev.spoolmark.scrobble.ExpiredCheckins;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class PlayAdditionsTest {

    private static final UserId BOB = new UserId(8);
    private static final MovieId MOVIE = new MovieId(5_001);
    private static final Watchable ITEM = Watchable.of(MOVIE);
    private static final Duration LENGTH = Duration.ofMinutes(100);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    UserId ann;
    Instant now = UserDataFixture.NOW;
    PlayRecorder recorder;
    PlayHistory history;
    PlayAdditions plays;
    Watchlist watchlist;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        ann = fixture.ann.owner();
        ActivityStamps stamps = new ActivityStamps();
        watchlist = new Watchlist(fixture.database, stamps, () -> now);
        recorder = new PlayRecorder(stamps, watchlist);
        history = new PlayHistory(fixture.database, recorder, due -> {}, () -> now);
        plays = new PlayAdditions(fixture.database, recorder, due -> {}, () -> now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private @Nullable WatchedSummary summary() {
        return history.watched(fixture.ann, List.of(MOVIE)).get(MOVIE);
    }

    @Test
    void aSecondClickWithinTheLengthOfTheMovieAddsNothing() {
        assertThat(plays.watchedNow(ann, ITEM, LENGTH).items()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(79));
        assertThat(plays.watchedNow(ann, ITEM, LENGTH).items()).isZero();
        now = now.plus(Duration.ofMinutes(16)); // a repetition extends the window by 15 minutes
        assertThat(plays.watchedNow(ann, ITEM, LENGTH).items()).isEqualTo(1);

        assertThat(plays.of(fixture.ann, MOVIE, 10)).hasSize(2);
    }

    @Test
    void aRepeatedRequestAddsNothingAlsoAfterThePlayWasDeleted() {
        IdempotencyKey key = new IdempotencyKey("press-of-a-button");
        Instant then = now.minus(Duration.ofHours(9));
        Added first = plays.watchedAt(ann, ITEM, WatchedTime.of(then), LENGTH, key);
        assertThat(first.items()).isEqualTo(1);
        plays.undo(ann, List.of(ITEM), first.storedAt());
        now = now.plus(Duration.ofDays(3));

        assertThat(plays.watchedAt(ann, ITEM, WatchedTime.of(then), LENGTH, key))
                .isEqualTo(first);
        assertThat(plays.watchedNow(ann, ITEM, LENGTH, key)).isEqualTo(first);
        assertThat(plays.markWatched(ann, List.of(MarkedWatched.once(ITEM, then)), List.of(), key))
                .isEqualTo(first);

        assertThat(plays.of(fixture.ann, MOVIE, 10)).isEmpty();
    }

    @Test
    void aRepeatedRequestForManyItemsAddsNothing() {
        IdempotencyKey key = new IdempotencyKey("press-of-a-button");
        List<MarkedWatched> marks = LongStream.range(0, 700)
                .mapToObj(n -> MarkedWatched.once(Watchable.of(new MovieId(6_000 + n)), now))
                .toList();
        Added first = plays.markWatched(ann, marks, List.of(), key);
        assertThat(first.items()).isEqualTo(700);
        plays.undo(ann, marks.stream().map(MarkedWatched::item).toList(), first.storedAt());

        assertThat(plays.markWatched(ann, marks, List.of(), key)).isEqualTo(first);
        assertThat(plays.of(fixture.ann, new MovieId(6_000), 10)).isEmpty();
    }

    @Test
    void aPlayAtATimeOfItsOwnIsStoredOnce() {
        Instant then = now.minus(Duration.ofDays(900));
        plays.watchedNow(ann, ITEM, LENGTH);

        assertThat(plays.watchedAt(ann, ITEM, then, LENGTH).items()).isEqualTo(1);
        assertThat(plays.watchedAt(ann, ITEM, then, LENGTH).items()).isZero();

        assertThat(plays.of(fixture.ann, MOVIE, 10)).map(PlayEntry::watchedAt).containsExactly(now, then);
        assertThat(summary()).isEqualTo(new WatchedSummary(2, then, now, null));
    }

    @Test
    void anUnknownTimeIsStoredOnceAndIsTheLast() {
        plays.watchedAt(ann, ITEM, null, LENGTH);
        assertThat(summary()).isEqualTo(new WatchedSummary(1, null, null, null));

        assertThat(plays.watchedAt(ann, ITEM, null, LENGTH).items()).isZero();
        plays.watchedAt(ann, ITEM, now, LENGTH);

        assertThat(plays.of(fixture.ann, MOVIE, 10)).map(PlayEntry::watchedAt).containsExactly(now, null);
        assertThat(summary()).isEqualTo(new WatchedSummary(2, now, now, null));
    }

    @Test
    void aFurtherPlayAtAnUnknownTimeIsAddedOnRequestAlone() {
        IdempotencyKey key = new IdempotencyKey("form-of-one-page");
        plays.watchedAt(ann, ITEM, null, LENGTH);
        now = now.plusSeconds(1);

        Added more = plays.watchedOnceMore(ann, ITEM, key);
        assertThat(plays.watchedOnceMore(ann, ITEM, key)).isEqualTo(more);
        assertThat(plays.watchedAt(ann, ITEM, null, LENGTH).items()).isZero();
        now = now.plusSeconds(1);
        plays.watchedOnceMore(ann, ITEM, null);
        assertThat(summary()).isEqualTo(new WatchedSummary(3, null, null, null));

        plays.delete(ann, plays.of(fixture.ann, MOVIE, 10).getLast().id());
        assertThat(plays.watchedAt(ann, ITEM, null, LENGTH).items()).isZero();
        assertThat(plays.undo(ann, List.of(ITEM), more.storedAt())).isEqualTo(1);
        assertThat(summary()).isEqualTo(new WatchedSummary(1, null, null, null));
    }

    @Test
    void oneOfSeveralPlaysAtAnUnknownTimeIsDeletedAndRestoredOnce() {
        plays.watchedAt(ann, ITEM, null, LENGTH);
        plays.watchedOnceMore(ann, ITEM, null);
        PlayEntry deleted = plays.delete(
                        ann, plays.of(fixture.ann, MOVIE, 1).getFirst().id())
                .orElseThrow();

        assertThat(plays.restore(ann, deleted).items()).isEqualTo(1);
        assertThat(plays.restore(ann, deleted).items()).isZero();
        assertThat(plays.of(fixture.ann, MOVIE, 10)).contains(deleted).hasSize(2);
    }

    @Test
    void aTimeWithinAReportedViewingIsTheSameViewing() {
        Scrobbles scrobbles = new Scrobbles(
                fixture.database, recorder, new ExpiredCheckins(fixture.database, recorder, () -> now), () -> now);
        scrobbles.scrobble(ann, new PlaybackReport(ITEM, null, LENGTH, 9_000, null));
        Instant reported = now;
        now = now.plus(Duration.ofDays(1));

        assertThat(plays.watchedAt(ann, ITEM, reported.minus(Duration.ofMinutes(79)), LENGTH)
                        .items())
                .isZero();
        assertThat(plays.watchedAt(ann, ITEM, reported.minus(Duration.ofMinutes(80)), LENGTH)
                        .items())
                .isEqualTo(1);
    }

    @Test
    void aTimeInTheFutureIsRejected() {
        assertThatThrownBy(() -> plays.watchedAt(ann, ITEM, now.plusSeconds(61), LENGTH))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem()).isInstanceOf(Problem.Invalid.class));
        assertThat(plays.of(fixture.ann, MOVIE, 10)).isEmpty();
    }

    @Test
    void undoRemovesWhatOneCallAddedAndTheNextClickCounts() {
        Instant before = now.minus(Duration.ofDays(1));
        plays.watchedAt(ann, ITEM, before, LENGTH);
        now = now.plusSeconds(5);
        Added added = plays.watchedNow(ann, ITEM, LENGTH);
        now = now.plusSeconds(5);

        assertThat(plays.undo(ann, List.of(ITEM), added.storedAt())).isEqualTo(1);
        assertThat(plays.undo(ann, List.of(ITEM), added.storedAt())).isZero();
        assertThat(summary()).isEqualTo(new WatchedSummary(1, before, before, null));
        assertThat(plays.watchedNow(ann, ITEM, LENGTH).items()).isEqualTo(1);
    }

    @Test
    void undoOfTheOnlyPlayLeavesNoSummary() {
        Added added = plays.watchedNow(ann, ITEM, LENGTH);

        plays.undo(ann, List.of(ITEM), added.storedAt());

        assertThat(history.watched(fixture.ann, List.of(MOVIE))).isEmpty();
    }

    @Test
    void undoOfAnotherUserChangesNothing() {
        Added added = plays.watchedNow(ann, ITEM, LENGTH);

        assertThat(plays.undo(BOB, List.of(ITEM), added.storedAt())).isZero();
        assertThat(plays.delete(BOB, plays.of(fixture.ann, MOVIE, 1).getFirst().id()))
                .isEmpty();
        assertThat(plays.of(fixture.ann, MOVIE, 10)).hasSize(1);
    }

    @Test
    void severalEpisodesAreMarkedAndUndoneTogether() {
        ShowId show = new ShowId(100);
        List<Watchable> episodes = LongStream.rangeClosed(1, 700)
                .mapToObj(number -> Watchable.of(new EpisodeId(number), show))
                .toList();
        plays.watchedAt(ann, episodes.getFirst(), now.minusSeconds(9), LENGTH);
        now = now.plusSeconds(1);

        Added added = plays.markWatched(
                ann,
                episodes.stream()
                        .map(episode -> MarkedWatched.once(episode, now))
                        .toList());
        assertThat(added.items()).isEqualTo(699);
        assertThat(plays.undo(ann, episodes, added.storedAt())).isEqualTo(699);

        assertThat(history.watchedEpisodes(fixture.ann, List.of(show)).get(show))
                .containsExactly(new EpisodeId(1));
    }

    @Test
    void aDeletedPlayIsRestoredWithItsTimeAndAction() {
        plays.watchedAt(ann, ITEM, now.minusSeconds(60), LENGTH);
        PlayEntry stored = plays.of(fixture.ann, MOVIE, 1).getFirst();

        PlayEntry deleted = plays.delete(ann, stored.id()).orElseThrow();
        assertThat(history.watched(fixture.ann, List.of(MOVIE))).isEmpty();
        assertThat(plays.delete(ann, stored.id())).isEmpty();
        plays.restore(ann, deleted);

        PlayEntry restored = plays.of(fixture.ann, MOVIE, 1).getFirst();
        assertThat(restored.watchedAt()).isEqualTo(stored.watchedAt());
        assertThat(restored.action()).isEqualTo(stored.action());
        assertThat(Objects.requireNonNull(summary()).plays()).isEqualTo(1);
    }

    @Test
    void whatWasWatchedLeavesTheWatchlist() {
        watchlist.addMovies(ann, List.of(MOVIE));

        plays.watchedAt(ann, ITEM, now.minusSeconds(60), LENGTH);

        assertThat(watchlist.since(fixture.ann, List.of(MOVIE))).isEmpty();
    }
}
