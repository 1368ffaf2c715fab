package dev.spoolmark.stats;

import static dev.spoolmark.UserDataFixture.NOW;
import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.stats.UserCounts.CollectionCounts;
import dev.spoolmark.stats.UserCounts.Count;
import dev.spoolmark.stats.UserCounts.ItemTypeCounts;
import dev.spoolmark.stats.UserCounts.OpinionCounts;
import dev.spoolmark.stats.UserCounts.Plays;
import dev.spoolmark.stats.UserCounts.ShowCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Statistics of a user, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class UserStatisticsTest {

    private static final OpinionCounts NO_OPINIONS = new OpinionCounts(0, 0, 0);
    private static final Count NEVER = new Count(0, 0);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    UserStatistics stats;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        stats = new UserStatistics(fixture.database, _ -> {});
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void withoutDataAllCountsAreZero() {
        ItemTypeCounts nothing = new ItemTypeCounts(
                new Plays(NEVER, NEVER, NEVER, NEVER, NEVER), new CollectionCounts(0, 0, 0), NO_OPINIONS);

        assertThat(counts()).isEqualTo(new UserCounts(0, new ShowCounts(0, 0, 0, NO_OPINIONS), nothing, nothing));
    }

    @Test
    void playsAreCountedByAction() {
        MovieId twice = new MovieId(901);
        MovieId once = new MovieId(902);
        fixture.rows.addPlay(twice, 1, NOW.minusSeconds(9));
        fixture.rows.addPlay(twice, 2, NOW.minusSeconds(8));
        fixture.rows.addPlay(once, 3, NOW.minusSeconds(7));

        assertThat(counts().movies().plays())
                .isEqualTo(
                        new Plays(new Count(3, 2), new Count(2, 1), new Count(1, 1), new Count(1, 1), new Count(1, 1)));
    }

    @Test
    void theLibraryContainsWatchedAndCollectedItems() {
        fixture.rows.addPlay(new MovieId(901), 1, NOW);
        fixture.rows.addCollected(new MovieId(901));
        fixture.rows.addCollected(new MovieId(902));
        fixture.rows.addPlay(new MovieId(903), 3, NOW);

        assertThat(counts().movies().collections()).isEqualTo(new CollectionCounts(2, 1, 3));
    }

    @Test
    void showsAreCountedByTheirEpisodes() {
        ShowId lost = fixture.show("Lost", season(1, episode(1, null), episode(2, null)));
        ShowId bones = fixture.show("Bones", season(1, episode(1, null)));
        EpisodeId first = fixture.episode(lost, 1, 1);
        fixture.rows.addPlay(lost, first, 1, NOW);
        fixture.rows.addCollected(lost, first);
        fixture.rows.addCollected(lost, fixture.episode(lost, 1, 2));
        fixture.rows.addCollected(bones, fixture.episode(bones, 1, 1));
        fixture.rows.addUnseenMark(bones, fixture.episode(bones, 1, 1), NOW);

        assertThat(counts().shows()).isEqualTo(new ShowCounts(2, 1, 2, NO_OPINIONS));
        assertThat(counts().episodes().collections()).isEqualTo(new CollectionCounts(3, 2, 3));
    }

    @Test
    void commentsAndRatingsAreCountedByKind() {
        fixture.rows.addRating(new ShowId(801), 6);
        fixture.rows.addRating(new ShowId(802), 5);
        fixture.rows.addRating(new MovieId(901), 10);
        fixture.rows.addComment(new ShowId(801), true);
        fixture.rows.addComment(new ShowId(801), false);

        assertThat(counts().shows().opinions()).isEqualTo(new OpinionCounts(2, 1, 1));
        assertThat(counts().movies().opinions()).isEqualTo(new OpinionCounts(0, 1, 0));
        assertThat(counts().episodes().opinions()).isEqualTo(NO_OPINIONS);
    }

    @Test
    void friendsAreFollowsInBothDirections() {
        follow("follow_out", "target_id", 11, 2);
        follow("follow_in", "source_id", 11, 2);
        follow("follow_out", "target_id", 12, 2);
        follow("follow_in", "source_id", 12, 1);
        follow("follow_in", "source_id", 13, 2);

        assertThat(counts().friends()).isEqualTo(1);
    }

    private UserCounts counts() {
        return stats.of(fixture.ann);
    }

    private void follow(String table, String column, long other, int state) {
        fixture.database.write(tx -> tx.update(
                "INSERT INTO " + table + " (user_id, " + column + ", state, since) VALUES (?, ?, ?, 5)",
                fixture.ann.owner().value(),
                other,
                state));
    }
}
