package dev.spoolmark.stats.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.ImportRules;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.PlayFilter;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayMover;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.PlayReport;
import dev.spoolmark.history.PlayTimes;
import dev.spoolmark.history.StatedPlay;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.viewing.PlayCountingByHand.Counts;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The counts of months after any change of the plays.
@ParameterizedClass
@EnumSource(Engine.class)
class CountedMonthsTest {

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Etc/GMT+12"));

    private static final int STEPS = 120;

    @Parameter
    Engine engine;

    private UserDataFixture world;
    private UserId user;
    private PlayHistory history;
    private PlayAdditions additions;
    private PlayRecorder recorder;
    private ViewingStatistics statistics;
    private final List<Watchable> items = new ArrayList<>();
    private final Random random = new Random(11);
    private Instant now = UserDataFixture.NOW;
    private @Nullable Instant changedAt;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        user = world.ann.owner();
        ActivityStamps stamps = new ActivityStamps();
        recorder = new PlayRecorder(stamps, new Watchlist(world.database, stamps, () -> now));
        history = new PlayHistory(world.database, recorder, _ -> {}, () -> now);
        additions = new PlayAdditions(world.database, recorder, _ -> {}, () -> now);
        statistics = new ViewingStatistics(world.database, _ -> {}, () -> now);
        ShowId show =
                world.show("Paper Boats", UserDataFixture.season(1, episode(1, 60), episode(2, null), episode(3, 25)));
        for (int number = 1; number <= 3; number++) {
            items.add(Watchable.of(world.episode(show, 1, number), show));
        }
        for (int number = 1; number <= 4; number++) {
            items.add(Watchable.of(movie("Movie " + number, number * 40)));
        }
    }

    private static EpisodeItem episode(int number, @Nullable Integer runtime) {
        return new EpisodeItem(number, Ids.NONE, new EpisodeFacts(null, null, null, null, runtime, null));
    }

    private MovieId movie(String title, int runtime) {
        MovieFacts facts = new MovieFacts(
                null, runtime, null, null, null, null, dev.spoolmark.catalog.Images.NONE, List.of("Drama"));
        new CatalogImport(world.database, () -> now, world.catalog)
                .apply(List.of(new MovieItem(Ids.NONE, title, 2000, facts, List.of(), null)));
        return world.catalog
                .findMovieIds(List.of(CatalogFixture.movieRef(title, 2000)))
                .values()
                .iterator()
                .next();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void afterAnyChangeTheCountsAreThoseOfAllPlays() {
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(3_600);
            int action = step < 20 ? 0 : random.nextInt(16);
            change(action);
            ZoneId zone = ZONES.get(random.nextInt(10) < 8 ? 0 : 1 + random.nextInt(2));
            for (StatisticsPeriod period : periods()) {
                assertThat(Counts.of(of(zone, period)))
                        .as("step %d, action %d, %s", step, action, period)
                        .isEqualTo(PlayCountingByHand.of(world.database, user, zone, period));
            }
        }
        assertThat(of(ZONES.getFirst(), StatisticsPeriod.all()).plays().plays()).isGreaterThan(10);
    }

    private List<StatisticsPeriod> periods() {
        YearMonth month = YearMonth.of(2011 + random.nextInt(3), 1 + random.nextInt(12));
        return List.of(StatisticsPeriod.all(), new OfYear(month.getYear()), new OfMonth(month));
    }

    private PeriodStatistics of(ZoneId zone, StatisticsPeriod period) {
        Account ann = UserDataFixture.account();
        Preferences there = new Preferences(zone, ann.preferences().ratingMode(), false, true, true);
        Account account = new Account(
                ann.id(),
                "ann",
                null,
                false,
                false,
                false,
                ann.profile(),
                there,
                ann.joined(),
                null,
                1,
                ann.audiences());
        return statistics
                .of(new ProfileAccess(world.database).self(account), period)
                .statistics();
    }

    private void change(int action) {
        List<PlayEntry> plays =
                history.page(world.ann, PlayFilter.NONE, Optional.empty(), 500).plays();
        List<Long> some = plays.stream()
                .filter(_ -> random.nextInt(4) == 0)
                .map(PlayEntry::id)
                .toList();
        switch (action) {
            case 0, 1, 2 -> additions.watchedAt(user, item(), time(), null);
            case 3 -> additions.watchedAt(user, item(), null, null);
            case 4 -> scrobble();
            case 5 -> history.seen(user, List.of(new MarkedWatched(item(), time(), 3)), null);
            case 6 -> history.unseen(user, List.of(item()));
            case 7 -> history.deletions().delete(user, some);
            case 8 -> history.deletions().restore(user);
            case 9 -> plays.stream().findAny().ifPresent(play -> additions.delete(user, play.id()));
            case 10 -> shift(some);
            case 11 -> undoShift();
            case 12 ->
                some.forEach(id -> history.times()
                        .set(user, List.of(id), random.nextBoolean() ? WatchedTime.UNKNOWN : WatchedTime.of(time())));
            case 13 -> additions.watchedOnceMore(user, item(), null);
            case 14 -> imported();
            default -> merge();
        }
    }

    private Watchable item() {
        return items.get(random.nextInt(items.size()));
    }

    /// Often at the turn of a month.
    private Instant time() {
        Instant turn = YearMonth.of(2011, 6)
                .plusMonths(random.nextInt(24))
                .atDay(1)
                .atStartOfDay(ZONES.get(random.nextInt(ZONES.size())))
                .toInstant();
        return turn.plusSeconds(random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt(2_000_000));
    }

    private void scrobble() {
        PlayReport report = new PlayReport(item(), PlayAction.SCROBBLE, now, now, Duration.ofMinutes(40), null, 10_000);
        world.database.write(tx -> recorder.record(tx, user, report, now));
    }

    private void imported() {
        List<StatedPlay> plays = List.of(
                new StatedPlay(item(), WatchedTime.of(time()), PlayAction.SEEN),
                new StatedPlay(
                        item(), WatchedTime.of(time().atZone(ZONES.getFirst()).toLocalDate()), PlayAction.SEEN));
        Map<Watchable, Integer> numbers = Map.of(item(), 2);
        world.database.write(tx -> {
            history.imports().add(tx, user, plays, new ImportRules(ZONES.getFirst(), true), now);
            return history.imports().complete(tx, user, numbers, now);
        });
    }

    private void shift(List<Long> plays) {
        PlayTimes.Change change =
                history.times().shift(user, plays, at -> at.minus(Duration.ofDays(random.nextInt(40))));
        changedAt = change.at();
    }

    private void undoShift() {
        if (changedAt != null) {
            now = changedAt.plusSeconds(5);
            history.times().undo(user, changedAt);
        }
    }

    /// The plays of one movie become those of another.
    private void merge() {
        MediaId from = items.get(3 + random.nextInt(4)).id();
        MediaId to = items.get(3 + random.nextInt(4)).id();
        if (!from.equals(to)) {
            UserDataMove move = new UserDataMove(Kind.MOVIE, from.value(), to.value(), 0, now);
            world.database.write(tx -> {
                new PlayMover(new ActivityStamps()).migrate(tx, user.value(), List.of(move), now);
                return true;
            });
        }
    }

    @Test
    void onlyMonthsWithChangesAreCountedAgain() {
        EpisodeId episode = (EpisodeId) items.getFirst().id();
        additions.watchedAt(user, items.getFirst(), Instant.parse("2011-03-10T12:00:00Z"), null);
        additions.watchedAt(user, items.get(1), Instant.parse("2011-05-10T12:00:00Z"), null);
        ZoneId zone = ZONES.getFirst();
        of(zone, StatisticsPeriod.all());
        // A play that no statement of the history knows of is only seen where the month is counted again.
        world.database.write(tx -> tx.update("UPDATE play SET watched_at = watched_at + 86400000"));
        additions.watchedAt(user, items.get(2), Instant.parse("2011-05-20T12:00:00Z"), null);

        PeriodStatistics all = of(zone, StatisticsPeriod.all());
        assertThat(all.first()).isEqualTo(new DatedPlay(episode, Instant.parse("2011-03-10T12:00:00Z")));
        assertThat(of(zone, new OfMonth(YearMonth.of(2011, 5))).first())
                .isEqualTo(new DatedPlay(items.get(1).id(), Instant.parse("2011-05-11T12:00:00Z")));
    }

    @Test
    void manySeparateMonthsAreCountedAtOnce() {
        for (int month = 1; month <= 12; month++) {
            additions.watchedAt(
                    user,
                    items.getFirst(),
                    YearMonth.of(2011, month)
                            .atDay(15)
                            .atStartOfDay(ZONES.getFirst())
                            .toInstant(),
                    null);
        }
        of(ZONES.getFirst(), StatisticsPeriod.all());
        for (int month = 1; month <= 12; month += 2) {
            additions.watchedAt(
                    user,
                    items.get(1),
                    YearMonth.of(2011, month)
                            .atDay(15)
                            .atStartOfDay(ZONES.getFirst())
                            .toInstant(),
                    null);
        }

        assertThat(Counts.of(of(ZONES.getFirst(), StatisticsPeriod.all())))
                .isEqualTo(PlayCountingByHand.of(world.database, user, ZONES.getFirst(), StatisticsPeriod.all()));
    }
}
