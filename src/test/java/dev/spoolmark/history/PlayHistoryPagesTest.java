package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages of the history, and changes of single plays.
@ParameterizedClass
@EnumSource(Engine.class)
class PlayHistoryPagesTest {

    private static final ShowId SHOW = new ShowId(100);
    private static final Watchable MOVIE = Watchable.of(new MovieId(1));
    private static final Watchable EPISODE = Watchable.of(new EpisodeId(101), SHOW);

    @Parameter
    Engine engine;

    UserDataFixture world;
    PlayRecorder recorder;
    PlayHistory history;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        ActivityStamps stamps = new ActivityStamps();
        recorder = new PlayRecorder(stamps, new Watchlist(world.database, stamps, () -> now));
        history = new PlayHistory(world.database, recorder, nobody -> {}, () -> now);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void watch(Watchable item, Instant at, int times) {
        history.seen(world.ann.owner(), List.of(new MarkedWatched(item, at, times)), null);
    }

    private int change(UserId user, long play, @Nullable Instant at) {
        return history.times().set(user, List.of(play), WatchedTime.of(at)).plays();
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
    void pagesFollowEachOtherWithoutGapAlsoAtOneTimeAndWithoutATime() {
        watch(MOVIE, now, 5);
        watch(EPISODE, now, 4);
        all().stream().limit(3).forEach(play -> change(world.ann.owner(), play.id(), null));
        List<Long> ids = new ArrayList<>();
        Optional<PlayPosition> next = Optional.empty();
        do {
            PlayPage page = history.page(world.ann, PlayFilter.NONE, next, 2);
            page.plays().forEach(play -> ids.add(play.id()));
            next = page.next();
        } while (next.isPresent());

        assertThat(ids).hasSize(9).doesNotHaveDuplicates();
        assertThat(all().stream().map(PlayEntry::id)).containsExactlyElementsOf(ids);
        assertThat(all().subList(6, 9)).allMatch(play -> play.watchedAt() == null);
    }

    @Test
    void aFilterSelectsKindShowAndPeriod() {
        watch(MOVIE, now, 1);
        watch(EPISODE, now.minusSeconds(60), 1);
        watch(Watchable.of(new EpisodeId(201), new ShowId(200)), now.minusSeconds(120), 1);

        assertThat(items(new PlayFilter(Kind.MOVIE, null, null, null, null))).containsExactly(MOVIE);
        assertThat(items(new PlayFilter(Kind.EPISODE, null, null, null, null))).hasSize(2);
        assertThat(items(new PlayFilter(null, SHOW, null, null, null))).containsExactly(EPISODE);
        assertThat(items(new PlayFilter(Kind.MOVIE, SHOW, null, null, null))).isEmpty();
        assertThat(items(new PlayFilter(null, null, now.minusSeconds(60), now, null)))
                .containsExactly(EPISODE);
    }

    @Test
    void aFilterSelectsHowPlaysWereReported() {
        watch(MOVIE, now.minusSeconds(60), 1);
        report(EPISODE, now);

        assertThat(items(new PlayFilter(null, null, null, null, PlayAction.SCROBBLE)))
                .containsExactly(EPISODE);
        assertThat(items(new PlayFilter(null, null, null, null, PlayAction.SEEN)))
                .containsExactly(MOVIE);
        assertThat(items(new PlayFilter(Kind.MOVIE, null, null, null, PlayAction.SCROBBLE)))
                .isEmpty();
    }

    private Stream<Watchable> items(PlayFilter filter) {
        return history.page(world.ann, filter, Optional.empty(), 10).plays().stream()
                .map(PlayEntry::item);
    }

    @Test
    void aChangedTimeMovesTheSummaryAndKeepsTheWindow() {
        report(MOVIE, now);
        long play = all().getFirst().id();
        Instant earlier = now.minus(Duration.ofDays(3));

        assertThat(change(world.ann.owner(), play, earlier)).isEqualTo(1);

        assertThat(summary(MOVIE)).isEqualTo(new WatchedSummary(1, earlier, earlier, null));
        assertThat(report(MOVIE, now.plusSeconds(60))).isFalse();
        assertThat(change(world.ann.owner(), play, null)).isEqualTo(1);
        assertThat(summary(MOVIE)).isEqualTo(new WatchedSummary(1, null, null, null));
    }

    @Test
    void playsOfAnItemCanMeetAtOneTime() {
        watch(MOVIE, now, 2);
        watch(EPISODE, now, 1);
        Instant earlier = now.minusSeconds(7_200);
        all().forEach(play -> change(world.ann.owner(), play.id(), earlier));

        assertThat(all()).hasSize(3).allMatch(play -> earlier.equals(play.watchedAt()));
    }

    @Test
    void aTimeOutOfRangeOrAPlayOfOthersIsRejected() {
        watch(MOVIE, now, 1);
        long play = all().getFirst().id();

        for (Instant wrong : List.of(Instant.parse("1899-12-31T23:59:59Z"), now.plus(Duration.ofHours(25)))) {
            assertThatThrownBy(() -> change(world.ann.owner(), play, wrong))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            rejected -> assertThat(rejected.problem()).isEqualTo(new Problem.Invalid("time")));
        }
        assertThat(change(new UserId(8), play, now)).isZero();
        assertThat(all()).hasSize(1);
    }

    @Test
    void aPositionIsReadAsItWasWritten() {
        for (PlayPosition position : List.of(
                new PlayPosition(now, 5),
                new PlayPosition(null, 5),
                new PlayPosition(Instant.EPOCH.minusMillis(7), 5))) {
            assertThat(PlayPosition.parse(position.text())).contains(position);
        }
        assertThat(Stream.of("", "x", "1_", "1_2_3", "99999999999999999_1", "unknown_-1", "1_12345678901234567"))
                .allSatisfy(text -> assertThat(PlayPosition.parse(text)).isEmpty());
    }
}
