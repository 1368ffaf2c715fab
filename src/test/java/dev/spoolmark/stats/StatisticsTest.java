package dev.spoolmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.db.Engine;
import dev.spoolmark.stats.ItemCounts.Comments;
import dev.spoolmark.stats.ItemCounts.Tally;
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
    void withoutDataAllCountsAreZero() {
        assertThat(statistics().of(world.batman().id()))
                .isEqualTo(
                        new ItemCounts(0, new Tally(0, 0), new Tally(0, 0), new Tally(0, 0), 0, 0, new Comments(0, 0)));
    }

    @Test
    void theSizeOfTheServerIsCachedForAMinute() {
        ServerCounts before = statistics().server();
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SEEN, world.ago(Duration.ofDays(1)));

        assertThat(statistics().server().plays()).isEqualTo(before.plays() + 1);
        assertThat(before.movies()).isPositive();
        assertThat(before.shows()).isPositive();
        assertThat(before.episodes()).isPositive();
    }

    @Test
    void playsAreCountedByActionWithoutSeenMarks() {
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(1)));
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(2)));
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.CHECKIN, world.ago(Duration.ofDays(3)));
        world.rows.addPlay(world.bob, world.theBatman(), UserDataRows.CHECKIN, world.ago(Duration.ofDays(3)));
        world.rows.addPlay(world.cem, world.theBatman(), UserDataRows.SEEN, world.ago(Duration.ofDays(3)));

        ItemCounts counts = statistics().of(world.batman().id());

        assertThat(counts.scrobbles()).isEqualTo(new Tally(2, 1));
        assertThat(counts.checkins()).isEqualTo(new Tally(2, 2));
        assertThat(counts.watchers()).isEqualTo(2);
        assertThat(counts.plays()).isEqualTo(4);
    }

    @Test
    void countsOfAShowIncludeItsEpisodes() {
        world.rows.addPlay(world.ann, world.episode(1, 1), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(1)));
        world.rows.addPlay(world.ann, world.episode(1, 2), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(1)));
        world.rows.addCollected(world.bob.id(), world.episode(1, 1), world.ago(Duration.ofDays(1)));
        world.rows.addCollected(world.bob.id(), world.episode(1, 2), world.ago(Duration.ofDays(1)));

        ItemCounts show = statistics().of(world.guide().show().id());
        ItemCounts episode = statistics().of(world.episode(1, 2).item());

        assertThat(show.scrobbles()).isEqualTo(new Tally(2, 1));
        assertThat(show.collection()).isEqualTo(new Tally(2, 1));
        assertThat(episode.scrobbles()).isEqualTo(new Tally(1, 1));
        assertThat(episode.collection()).isEqualTo(new Tally(1, 1));
    }

    @Test
    void onlyPublicListsAreCounted() {
        world.rows.addToNewList(world.ann.id(), world.theBatman(), "public", world.clock.instant());
        world.rows.addToNewList(world.ann.id(), world.theBatman(), "friends", world.clock.instant());
        world.rows.addToNewList(world.bob.id(), world.theBatman(), "public", world.clock.instant());
        world.rows.addToWatchlist(world.bob.id(), world.theBatman(), world.clock.instant());

        ItemCounts counts = statistics().of(world.batman().id());

        assertThat(counts.lists()).isEqualTo(1);
        assertThat(counts.watchlists()).isEqualTo(1);
    }

    @Test
    void repliesAreNotCountedAsComments() {
        world.rows.addComment(world.ann.id(), world.theBatman(), false, null);
        world.rows.addComment(world.bob.id(), world.theBatman(), true, null);
        world.rows.addComment(world.cem.id(), world.theBatman(), false, 1L);

        assertThat(statistics().of(world.batman().id()).comments()).isEqualTo(new Comments(1, 1));
    }

    @Test
    void countsAreCachedForAMinute() {
        Statistics statistics = statistics();
        statistics.of(world.batman().id());
        world.rows.addToWatchlist(world.ann.id(), world.theBatman(), world.clock.instant());

        world.clock.forward(Duration.ofSeconds(59));
        assertThat(statistics.of(world.batman().id()).watchlists()).isZero();
        world.clock.forward(Duration.ofSeconds(1));
        assertThat(statistics.of(world.batman().id()).watchlists()).isEqualTo(1);
    }

    @Test
    void theMostPlayedEpisodesIncludingSpecialsComeFirst() {
        world.rows.addPlay(world.ann, world.episode(1, 2), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(1)));
        world.rows.addPlay(world.cem, world.episode(1, 2), UserDataRows.CHECKIN, world.ago(Duration.ofDays(1)));
        world.rows.addPlay(world.ann, world.episode(1, 1), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(1)));
        world.rows.addPlay(world.ann, world.episode(0, 1), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(1)));

        assertThat(statistics().topEpisodes(world.guide().show().id()))
                .extracting(played -> played.episode().value(), PlayedEpisode::plays)
                .containsExactly(
                        tuple(world.episode(1, 2).item().value(), 2),
                        tuple(world.episode(0, 1).item().value(), 1),
                        tuple(world.episode(1, 1).item().value(), 1));
    }

    private Statistics statistics() {
        return new Statistics(world.database, world.clock);
    }
}
