package dev.spoolmark.userstate;

import static dev.spoolmark.ReadWorld.episode;
import static dev.spoolmark.ReadWorld.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.watchlist.Watchlist;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class UserItemStatesTest {

    private static final MovieId MOVIE = new MovieId(5_001);
    private static final MovieId OTHER_MOVIE = new MovieId(5_002);

    @Parameter
    Engine engine;

    ReadWorld world;
    UserId user;
    Ratings ratings;
    PlayHistory plays;
    CollectionItems collection;
    Watchlist watchlist;
    UserItemStates states;

    @BeforeEach
    void open() {
        world = new ReadWorld(engine);
        user = world.ann.owner();
        ActivityStamps stamps = new ActivityStamps();
        ratings = new Ratings(world.database, stamps, world.clock);
        collection = new CollectionItems(world.database, stamps, world.clock);
        watchlist = new Watchlist(world.database, stamps, world.clock);
        plays = new PlayHistory(world.database, new PlayRecorder(stamps, watchlist), due -> {}, world.clock);
        states = new UserItemStates(world.catalog, ratings, plays, collection, watchlist);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anItemWithoutDataHasAnEmptyState() {
        assertThat(states.of(world.ann, List.of(MOVIE)).of(MOVIE)).isEqualTo(new UserItemState(null, 0, false, false));
        assertThat(states.of(world.ann, List.of())).isEqualTo(UserItemPage.EMPTY);
    }

    @Test
    void eachItemHasASeparateState() {
        plays.seen(user, List.of(new MarkedWatched(Watchable.of(MOVIE), ReadWorld.NOW, 3)), null);
        ratings.rate(user, List.of(new RatingChange(MOVIE, new Score(8))));
        collection.addMovies(user, List.of(MOVIE));
        watchlist.addMovies(user, List.of(OTHER_MOVIE));

        UserItemPage page = states.of(world.ann, List.of(MOVIE, OTHER_MOVIE));

        assertThat(page.of(MOVIE)).isEqualTo(new UserItemState(new Score(8), 3, true, false));
        assertThat(page.of(MOVIE).isWatched()).isTrue();
        assertThat(page.of(OTHER_MOVIE)).isEqualTo(new UserItemState(null, 0, false, true));
    }

    @Test
    void showsAndSeasonsCountTheirEpisodes() {
        ShowId show = world.show("Show", season(1, episode(1, null), episode(2, null)), season(2, episode(1, null)));
        EpisodeId first = world.episode(show, 1, 1);
        EpisodeId second = world.episode(show, 1, 2);
        SeasonId seasonOne = world.season(show, 1);
        SeasonId seasonTwo = world.season(show, 2);
        plays.seen(
                user,
                List.of(
                        new MarkedWatched(Watchable.of(first, show), ReadWorld.NOW, 2),
                        new MarkedWatched(Watchable.of(second, show), ReadWorld.NOW, 1)),
                null);
        collection.addEpisodes(user, show, List.of(second));
        List<MediaId> items = List.of(show, seasonOne, seasonTwo, first);

        UserItemPage page = states.withEpisodes(
                world.ann,
                items,
                world.catalog.seasons(List.of(seasonOne, seasonTwo)).values());

        assertThat(page.of(show)).isEqualTo(new UserItemState(null, 3, true, false));
        assertThat(page.of(seasonOne)).isEqualTo(new UserItemState(null, 3, true, false));
        assertThat(page.of(seasonTwo)).isEqualTo(new UserItemState(null, 0, false, false));
        assertThat(page.of(first)).isEqualTo(new UserItemState(null, 2, false, false));
        assertThat(states.of(world.ann, items).of(show).plays()).isZero();
        assertThat(states.playsOfShows(world.ann, List.of(show))).containsEntry(show, 3);
    }
}
