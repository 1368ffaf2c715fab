package dev.spoolmark.userstate;

import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
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

    UserDataFixture fixture;
    UserId user;
    Ratings ratings;
    PlayHistory plays;
    CollectionItems collection;
    Watchlist watchlist;
    UserItemStates states;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        user = fixture.ann.owner();
        ActivityStamps stamps = new ActivityStamps();
        ratings = new Ratings(fixture.database, stamps, fixture.clock);
        collection = new CollectionItems(fixture.database, stamps, fixture.clock);
        watchlist = new Watchlist(fixture.database, stamps, fixture.clock);
        plays = new PlayHistory(fixture.database, new PlayRecorder(stamps, watchlist), due -> {}, fixture.clock);
        states = new UserItemStates(fixture.catalog, ratings, plays, collection, watchlist);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anItemWithoutDataHasAnEmptyState() {
        assertThat(states.of(fixture.ann, List.of(MOVIE)).of(MOVIE))
                .isEqualTo(new UserItemState(null, 0, false, false));
        assertThat(states.of(fixture.ann, List.of())).isEqualTo(UserItemPage.EMPTY);
    }

    @Test
    void eachItemHasASeparateState() {
        plays.seen(user, List.of(new MarkedWatched(Watchable.of(MOVIE), UserDataFixture.NOW, 3)), null);
        ratings.rate(user, List.of(new RatingChange(MOVIE, new Score(8))));
        collection.addMovies(user, List.of(MOVIE));
        watchlist.addMovies(user, List.of(OTHER_MOVIE));

        UserItemPage page = states.of(fixture.ann, List.of(MOVIE, OTHER_MOVIE));

        assertThat(page.of(MOVIE)).isEqualTo(new UserItemState(new Score(8), 3, true, false));
        assertThat(page.of(MOVIE).isWatched()).isTrue();
        assertThat(page.of(OTHER_MOVIE)).isEqualTo(new UserItemState(null, 0, false, true));
    }

    @Test
    void showsAndSeasonsCountTheirEpisodes() {
        ShowId show = fixture.show("Show", season(1, episode(1, null), episode(2, null)), season(2, episode(1, null)));
        EpisodeId first = fixture.episode(show, 1, 1);
        EpisodeId second = fixture.episode(show, 1, 2);
        SeasonId seasonOne = fixture.season(show, 1);
        SeasonId seasonTwo = fixture.season(show, 2);
        plays.seen(
                user,
                List.of(
                        new MarkedWatched(Watchable.of(first, show), UserDataFixture.NOW, 2),
                        new MarkedWatched(Watchable.of(second, show), UserDataFixture.NOW, 1)),
                null);
        collection.addEpisodes(user, show, List.of(second));
        List<MediaId> items = List.of(show, seasonOne, seasonTwo, first);

        UserItemPage page = states.withEpisodes(
                fixture.ann,
                items,
                fixture.catalog.seasons(List.of(seasonOne, seasonTwo)).values());

        assertThat(page.of(show)).isEqualTo(new UserItemState(null, 3, true, false));
        assertThat(page.of(seasonOne)).isEqualTo(new UserItemState(null, 3, true, false));
        assertThat(page.of(seasonTwo)).isEqualTo(new UserItemState(null, 0, false, false));
        assertThat(page.of(first)).isEqualTo(new UserItemState(null, 2, false, false));
        assertThat(states.of(fixture.ann, items).of(show).plays()).isZero();
        assertThat(states.playsOfShows(fixture.ann, List.of(show))).containsEntry(show, 3);
    }
}
