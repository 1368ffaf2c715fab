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

    StatsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StatsFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void countsEachCurrentOrRecentWatcherOnce() {
        fixture.rows.addPlayback(fixture.ann.id(), fixture.theAmelie(), fixture.ago(HOUR), fixture.in(HOUR));
        fixture.rows.addPlay(fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(2)));
        fixture.rows.addPlay(fixture.bob, fixture.theBatman(), UserDataRows.SEEN, fixture.ago(HOUR));
        fixture.rows.addPlay(fixture.cem, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(HOUR));

        assertThat(trending().movies())
                .containsExactly(
                        new TrendingItem<>(fixture.batman().id(), 2),
                        new TrendingItem<>(fixture.amelie().id(), 1));
    }

    @Test
    void playsOlderThanADayOrInTheFutureDoNotCount() {
        fixture.rows.addPlay(
                fixture.ann, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(24)));
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.SEEN, fixture.in(HOUR));
        fixture.rows.addPlayback(fixture.bob.id(), fixture.theBatman(), fixture.ago(HOUR), fixture.clock.instant());

        assertThat(trending().movies()).isEmpty();
    }

    @Test
    void equalCountsAreSortedByLatestPlayThenById() {
        fixture.rows.addPlay(fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(HOUR));
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(HOUR));
        assertThat(trending().movies())
                .extracting(TrendingItem::item)
                .containsExactly(fixture.batman().id(), fixture.amelie().id());

        fixture.rows.addPlay(
                fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofMinutes(1)));
        assertThat(trending().movies())
                .extracting(TrendingItem::item)
                .containsExactly(fixture.amelie().id(), fixture.batman().id());
    }

    @Test
    void recentWatchersOutweighMoreWatchersOfYesterday() {
        fixture.rows.addPlay(
                fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(23)));
        fixture.rows.addPlay(
                fixture.bob, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(22)));
        fixture.rows.addPlay(fixture.cem, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(HOUR));

        assertThat(trending().movies())
                .containsExactly(
                        new TrendingItem<>(fixture.batman().id(), 1),
                        new TrendingItem<>(fixture.amelie().id(), 2));
    }

    @Test
    void theWeightOfAWatcherHalvesAfterSixHours() {
        Duration six = Duration.ofHours(6);
        fixture.rows.addPlay(fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(six));
        fixture.rows.addPlay(fixture.bob, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(six));
        fixture.rows.addPlayback(fixture.cem.id(), fixture.theBatman(), fixture.ago(six.plus(HOUR)), fixture.in(HOUR));
        assertThat(trending().movies())
                .as("two halves are as much as one whole, and were watched later")
                .extracting(TrendingItem::item)
                .containsExactly(fixture.amelie().id(), fixture.batman().id());

        fixture.clock.forward(HOUR.dividedBy(2));
        assertThat(trending().movies())
                .as("who watches now stays whole, the others grow less")
                .extracting(TrendingItem::item)
                .containsExactly(fixture.batman().id(), fixture.amelie().id());
    }

    @Test
    void onlyTheLatestPlayOfAUserCounts() {
        fixture.rows.addPlay(fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(5)));
        fixture.rows.addPlay(fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(4)));
        fixture.rows.addPlay(fixture.ann, fixture.theAmelie(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofHours(3)));
        fixture.rows.addPlay(fixture.bob, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(HOUR));

        assertThat(trending().movies())
                .containsExactly(
                        new TrendingItem<>(fixture.batman().id(), 1),
                        new TrendingItem<>(fixture.amelie().id(), 1));
    }

    @Test
    void playsOfEpisodesCountForTheirShow() {
        fixture.rows.addPlay(fixture.ann, fixture.episode(1, 1), UserDataRows.SCROBBLE, fixture.ago(HOUR));
        fixture.rows.addPlayback(fixture.bob.id(), fixture.episode(1, 2), fixture.ago(HOUR), fixture.in(HOUR));

        assertThat(trending().shows())
                .containsExactly(new TrendingItem<>(fixture.guide().show().id(), 2));
        assertThat(trending().movies()).isEmpty();
    }

    @Test
    void provisionalItemsAreNotTrending() {
        MovieRef unknown = new MovieRef(Ids.NONE, "Nobody Knows It", 1971);
        var id = Objects.requireNonNull(
                fixture.catalog.findOrCreateMovies(List.of(unknown)).get(unknown));
        fixture.rows.addPlay(fixture.ann, new UserDataRows.ItemRef(id, 0), UserDataRows.SCROBBLE, fixture.ago(HOUR));

        assertThat(trending().movies()).isEmpty();
    }

    private Trending trending() {
        return new Trending(fixture.database, fixture.clock);
    }
}
