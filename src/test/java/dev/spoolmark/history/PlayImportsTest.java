package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.StatedPlay.Outcome;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Plays of files are added once, whatever the file knows about their times.
@ParameterizedClass
@EnumSource(Engine.class)
class PlayImportsTest {

    private static final Watchable MOVIE = Watchable.of(new MovieId(1));
    private static final Watchable EPISODE = Watchable.of(new EpisodeId(101), new ShowId(100));
    private static final ImportRules TOKYO = new ImportRules(ZoneId.of("Asia/Tokyo"), false);

    /// The evening of 2 January in UTC, the morning of 3 January in Tokyo.
    private static final Instant EVENING = Instant.parse("2013-01-02T20:00:00Z");

    @Parameter
    Engine engine;

    UserDataFixture world;
    UserId ann;
    PlayHistory history;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        ann = world.ann.owner();
        ActivityStamps stamps = new ActivityStamps();
        PlayRecorder recorder = new PlayRecorder(stamps, new Watchlist(world.database, stamps, () -> now));
        history = new PlayHistory(world.database, recorder, nobody -> {}, () -> now);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<Outcome> add(ImportRules rules, StatedPlay... plays) {
        now = now.plusMillis(1);
        return world.database.write(tx -> history.imports().add(tx, ann, List.of(plays), rules, now)).stream()
                .map(PlayImports.Result::outcome)
                .toList();
    }

    private static StatedPlay play(WatchedTime time) {
        return new StatedPlay(MOVIE, time, PlayAction.SEEN);
    }

    private int complete(Map<Watchable, Integer> numbers) {
        return world.database.write(tx -> history.imports().complete(tx, ann, numbers, now)).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<WatchedTime> times() {
        return history.page(world.ann, PlayFilter.NONE, Optional.empty(), 1_000).plays().stream()
                .map(PlayEntry::time)
                .toList();
    }

    @Test
    void theSameFileAddsNothingAgain() {
        StatedPlay[] file = {
            play(WatchedTime.of(EVENING)),
            play(WatchedTime.of(LocalDate.of(2013, 1, 9))),
            play(WatchedTime.of(YearMonth.of(2012, 5))),
            play(WatchedTime.of(Year.of(2010))),
            new StatedPlay(EPISODE, WatchedTime.UNKNOWN, PlayAction.SCROBBLE)
        };

        assertThat(add(TOKYO, file)).containsOnly(Outcome.ADDED);
        List<WatchedTime> stored = times();
        assertThat(stored).hasSize(5);
        assertThat(add(TOKYO, file)).containsOnly(Outcome.REPEATED);
        assertThat(times()).isEqualTo(stored);
        assertThat(history.watched(world.ann, List.of(MOVIE.id())).get(MOVIE.id()))
                .extracting(WatchedSummary::plays)
                .isEqualTo(4);
    }

    @Test
    void aDayRepeatsAPlayOfThatDayInTheTimeZoneOfTheUser() {
        add(TOKYO, play(WatchedTime.of(EVENING)));

        assertThat(add(
                        TOKYO,
                        play(WatchedTime.of(LocalDate.of(2013, 1, 3))),
                        play(WatchedTime.of(YearMonth.of(2013, 1))),
                        play(WatchedTime.UNKNOWN)))
                .containsOnly(Outcome.REPEATED);
        assertThat(add(TOKYO, play(WatchedTime.of(LocalDate.of(2013, 1, 2))))).containsExactly(Outcome.ADDED);
    }

    @Test
    void aPreciseTimeReplacesTheDayThatWasKnown() {
        add(TOKYO, play(WatchedTime.of(LocalDate.of(2013, 1, 3))));

        assertThat(add(TOKYO, play(WatchedTime.of(EVENING)), play(WatchedTime.of(EVENING.plusSeconds(7_200)))))
                .containsExactly(Outcome.COMPLETED, Outcome.ADDED);

        assertThat(times()).containsExactly(WatchedTime.of(EVENING.plusSeconds(7_200)), WatchedTime.of(EVENING));
        assertThat(add(TOKYO, play(WatchedTime.of(LocalDate.of(2013, 1, 3))))).containsExactly(Outcome.REPEATED);
    }

    @Test
    void aFileNamesThePreciseTimeAfterTheVagueOne() {
        assertThat(add(TOKYO, play(WatchedTime.UNKNOWN), play(WatchedTime.of(EVENING))))
                .containsExactly(Outcome.REPEATED, Outcome.ADDED);
        assertThat(add(
                        new ImportRules(ZoneId.of("UTC"), true),
                        play(WatchedTime.UNKNOWN),
                        play(WatchedTime.of(EVENING.plusMillis(999)))))
                .containsExactly(Outcome.ADDED, Outcome.REPEATED);
    }

    @Test
    void aStatedNumberOfPlaysIsReachedWithPlaysAtUnknownTimes() {
        add(TOKYO, play(WatchedTime.of(EVENING)));

        assertThat(complete(Map.of(MOVIE, 3, EPISODE, 2))).isEqualTo(4);
        assertThat(complete(Map.of(MOVIE, 3, EPISODE, 2))).isZero();
        assertThat(complete(Map.of(MOVIE, 1))).isZero();
        assertThat(times()).hasSize(5).filteredOn(WatchedTime::isUnknown).hasSize(4);
        assertThat(complete(Map.of(EPISODE, Integer.MAX_VALUE))).isEqualTo(98);
    }

    @Test
    void manyPlaysOfOneItemAreAddedAndUndoneTogether() {
        StatedPlay[] file = IntStream.range(0, 500)
                .mapToObj(hour -> play(WatchedTime.of(EVENING.minusSeconds(3_600L * hour))))
                .toArray(StatedPlay[]::new);

        assertThat(add(TOKYO, file)).isEqualTo(Collections.nCopies(500, Outcome.ADDED));
        PlayAdditions additions = new PlayAdditions(
                world.database,
                new PlayRecorder(new ActivityStamps(), new Watchlist(world.database, new ActivityStamps(), () -> now)),
                nobody -> {},
                () -> now);
        assertThat(additions.undo(ann, List.of(MOVIE), now)).isEqualTo(500);
        assertThat(times()).isEmpty();
    }
}
