package dev.spoolmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.db.Engine;
import dev.spoolmark.stats.ItemCounts.Comments;
import dev.spoolmark.stats.ItemCounts.EventCount;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Counts of plays, collections, lists and comments of an item.
@ParameterizedClass
@EnumSource(Engine.class)
class StatisticsTest {

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
    void withoutDataAllCountsAreZero() {
        assertThat(statistics().of(fixture.batman().id()))
                .isEqualTo(new ItemCounts(
                        0, new EventCount(0, 0), new EventCount(0, 0), new EventCount(0, 0), 0, 0, new Comments(0, 0)));
    }

    @Test
    void theSizeOfTheServerIsCachedForAMinute() {
        ServerCounts before = statistics().server();
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.SEEN, fixture.ago(Duration.ofDays(1)));

        assertThat(statistics().server().plays()).isEqualTo(before.plays() + 1);
        assertThat(before.movies()).isPositive();
        assertThat(before.shows()).isPositive();
        assertThat(before.episodes()).isPositive();
    }

    @Test
    void playsAreCountedByActionWithoutSeenMarks() {
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(1)));
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(2)));
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.CHECKIN, fixture.ago(Duration.ofDays(3)));
        fixture.rows.addPlay(fixture.bob, fixture.theBatman(), UserDataRows.CHECKIN, fixture.ago(Duration.ofDays(3)));
        fixture.rows.addPlay(fixture.cem, fixture.theBatman(), UserDataRows.SEEN, fixture.ago(Duration.ofDays(3)));

        ItemCounts counts = statistics().of(fixture.batman().id());

        assertThat(counts.scrobbles()).isEqualTo(new EventCount(2, 1));
        assertThat(counts.checkins()).isEqualTo(new EventCount(2, 2));
        assertThat(counts.watchers()).isEqualTo(2);
        assertThat(counts.plays()).isEqualTo(4);
    }

    @Test
    void countsOfAShowIncludeItsEpisodes() {
        fixture.rows.addPlay(
                fixture.ann, fixture.episode(1, 1), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(1)));
        fixture.rows.addPlay(
                fixture.ann, fixture.episode(1, 2), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(1)));
        fixture.rows.addCollected(fixture.bob.id(), fixture.episode(1, 1), fixture.ago(Duration.ofDays(1)));
        fixture.rows.addCollected(fixture.bob.id(), fixture.episode(1, 2), fixture.ago(Duration.ofDays(1)));

        ItemCounts show = statistics().of(fixture.guide().show().id());
        ItemCounts episode = statistics().of(fixture.episode(1, 2).item());

        assertThat(show.scrobbles()).isEqualTo(new EventCount(2, 1));
        assertThat(show.collection()).isEqualTo(new EventCount(2, 1));
        assertThat(episode.scrobbles()).isEqualTo(new EventCount(1, 1));
        assertThat(episode.collection()).isEqualTo(new EventCount(1, 1));
    }

    @Test
    void onlyPublicListsAreCounted() {
        fixture.rows.addToNewList(fixture.ann.id(), fixture.theBatman(), "public", fixture.clock.instant());
        fixture.rows.addToNewList(fixture.ann.id(), fixture.theBatman(), "friends", fixture.clock.instant());
        fixture.rows.addToNewList(fixture.bob.id(), fixture.theBatman(), "public", fixture.clock.instant());
        fixture.rows.addToWatchlist(fixture.bob.id(), fixture.theBatman(), fixture.clock.instant());

        ItemCounts counts = statistics().of(fixture.batman().id());

        assertThat(counts.lists()).isEqualTo(1);
        assertThat(counts.watchlists()).isEqualTo(1);
    }

    @Test
    void repliesAreNotCountedAsComments() {
        fixture.rows.addComment(fixture.ann.id(), fixture.theBatman(), false, null);
        fixture.rows.addComment(fixture.bob.id(), fixture.theBatman(), true, null);
        fixture.rows.addComment(fixture.cem.id(), fixture.theBatman(), false, 1L);

        assertThat(statistics().of(fixture.batman().id()).comments()).isEqualTo(new Comments(1, 1));
    }

    @Test
    void countsAreCachedForAMinute() {
        Statistics statistics = statistics();
        statistics.of(fixture.batman().id());
        fixture.rows.addToWatchlist(fixture.ann.id(), fixture.theBatman(), fixture.clock.instant());

        fixture.clock.forward(Duration.ofSeconds(59));
        assertThat(statistics.of(fixture.batman().id()).watchlists()).isZero();
        fixture.clock.forward(Duration.ofSeconds(1));
        assertThat(statistics.of(fixture.batman().id()).watchlists()).isEqualTo(1);
    }

    @Test
    void theMostPlayedEpisodesIncludingSpecialsComeFirst() {
        fixture.rows.addPlay(
                fixture.ann, fixture.episode(1, 2), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(1)));
        fixture.rows.addPlay(fixture.cem, fixture.episode(1, 2), UserDataRows.CHECKIN, fixture.ago(Duration.ofDays(1)));
        fixture.rows.addPlay(
                fixture.ann, fixture.episode(1, 1), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(1)));
        fixture.rows.addPlay(
                fixture.ann, fixture.episode(0, 1), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(1)));

        assertThat(statistics().topEpisodes(fixture.guide().show().id()))
                .extracting(played -> played.episode().value(), PlayedEpisode::plays)
                .containsExactly(
                        tuple(fixture.episode(1, 2).item().value(), 2),
                        tuple(fixture.episode(0, 1).item().value(), 1),
                        tuple(fixture.episode(1, 1).item().value(), 1));
    }

    private Statistics statistics() {
        return new Statistics(fixture.database, fixture.clock);
    }
}
