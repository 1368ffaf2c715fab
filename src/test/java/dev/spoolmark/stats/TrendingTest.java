package dev.spoolmark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Items that users watched in the last hours.
@ParameterizedClass
@EnumSource(Engine.class)
class TrendingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter
    Engine engine;

    StatsWorld world;

    @BeforeEach
    void open() {
        world = new StatsWorld(engine);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void countsEachCurrentOrRecentWatcherOnce() {
        world.rows.addPlayback(world.ann.id(), world.theAmelie(), world.ago(HOUR), world.in(HOUR));
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(2)));
        world.rows.addPlay(world.bob, world.theBatman(), UserDataRows.SEEN, world.ago(HOUR));
        world.rows.addPlay(world.cem, world.theBatman(), UserDataRows.SCROBBLE, world.ago(HOUR));

        assertThat(trending().movies())
                .containsExactly(
                        new TrendingItem<>(world.batman().id(), 2),
                        new TrendingItem<>(world.amelie().id(), 1));
    }

    @Test
    void playsOlderThanADayOrInTheFutureDoNotCount() {
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(24)));
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SEEN, world.in(HOUR));
        world.rows.addPlayback(world.bob.id(), world.theBatman(), world.ago(HOUR), world.clock.instant());

        assertThat(trending().movies()).isEmpty();
    }

    @Test
    void equalCountsAreSortedByLatestPlayThenById() {
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(HOUR));
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SCROBBLE, world.ago(HOUR));
        assertThat(trending().movies())
                .extracting(TrendingItem::item)
                .containsExactly(world.batman().id(), world.amelie().id());

        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofMinutes(1)));
        assertThat(trending().movies())
                .extracting(TrendingItem::item)
                .containsExactly(world.amelie().id(), world.batman().id());
    }

    @Test
    void recentWatchersOutweighMoreWatchersOfYesterday() {
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(23)));
        world.rows.addPlay(world.bob, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(22)));
        world.rows.addPlay(world.cem, world.theBatman(), UserDataRows.SCROBBLE, world.ago(HOUR));

        assertThat(trending().movies())
                .containsExactly(
                        new TrendingItem<>(world.batman().id(), 1),
                        new TrendingItem<>(world.amelie().id(), 2));
    }

    @Test
    void theWeightOfAWatcherHalvesAfterSixHours() {
        Duration six = Duration.ofHours(6);
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(six));
        world.rows.addPlay(world.bob, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(six));
        world.rows.addPlayback(world.cem.id(), world.theBatman(), world.ago(six.plus(HOUR)), world.in(HOUR));
        assertThat(trending().movies())
                .as("two halves are as much as one whole, and were watched later")
                .extracting(TrendingItem::item)
                .containsExactly(world.amelie().id(), world.batman().id());

        world.clock.forward(HOUR.dividedBy(2));
        assertThat(trending().movies())
                .as("who watches now stays whole, the others grow less")
                .extracting(TrendingItem::item)
                .containsExactly(world.batman().id(), world.amelie().id());
    }

    @Test
    void onlyTheLatestPlayOfAUserCounts() {
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(5)));
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(4)));
        world.rows.addPlay(world.ann, world.theAmelie(), UserDataRows.SCROBBLE, world.ago(Duration.ofHours(3)));
        world.rows.addPlay(world.bob, world.theBatman(), UserDataRows.SCROBBLE, world.ago(HOUR));

        assertThat(trending().movies())
                .containsExactly(
                        new TrendingItem<>(world.batman().id(), 1),
                        new TrendingItem<>(world.amelie().id(), 1));
    }

    @Test
    void playsOfEpisodesCountForTheirShow() {
        world.rows.addPlay(world.ann, world.episode(1, 1), UserDataRows.SCROBBLE, world.ago(HOUR));
        world.rows.addPlayback(world.bob.id(), world.episode(1, 2), world.ago(HOUR), world.in(HOUR));

        assertThat(trending().shows())
                .containsExactly(new TrendingItem<>(world.guide().show().id(), 2));
        assertThat(trending().movies()).isEmpty();
    }

    @Test
    void provisionalItemsAreNotTrending() {
        MovieRef unknown = new MovieRef(Ids.NONE, "Nobody Knows It", 1971);
        var id = Objects.requireNonNull(
                world.catalog.findOrCreateMovies(List.of(unknown)).get(unknown));
        world.rows.addPlay(world.ann, new UserDataRows.ItemRef(id, 0), UserDataRows.SCROBBLE, world.ago(HOUR));

        assertThat(trending().movies()).isEmpty();
    }

    private Trending trending() {
        return new Trending(world.database, world.clock);
    }
}
