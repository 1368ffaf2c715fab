package dev.spoolmark.app;

import static dev.spoolmark.app.MergeFixture.BATMAN;
import static dev.spoolmark.app.MergeFixture.BY_IMDB;
import static dev.spoolmark.app.MergeFixture.BY_TMDB;
import static dev.spoolmark.app.MergeFixture.SHOW_BY_IMDB;
import static dev.spoolmark.app.MergeFixture.SHOW_BY_TVDB;
import static dev.spoolmark.app.MergeFixture.batmanByTmdb;
import static dev.spoolmark.app.MergeFixture.walkingDead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.CompletionResult.Result;
import dev.spoolmark.comment.CommentFilter;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.db.Engine;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.PlaybackReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// User data on a merged item move to the target and count once.
@ParameterizedClass
@EnumSource(Engine.class)
class MergeTest {

    private static final Ids DEAD = new Ids("tt1520211", 153_021L, null, null, null);

    @Parameter
    Engine engine;

    MergeFixture world;
    MovieId named;
    MovieId there;

    @BeforeEach
    void open() {
        world = new MergeFixture(engine);
        world.has(batmanByTmdb());
        there = world.movie(BY_TMDB);
        named = world.movie(BY_IMDB);
    }

    @AfterEach
    void close() {
        assertThat(world.check()).isEmpty();
        world.clock.forward(Duration.ofHours(1));
        world.features.catalogMerge().resume();
        assertThat(world.check()).isEmpty();
        assertThat(world.count("SELECT count(*) FROM item_migration")).isZero();
        world.close();
    }

    private void merge() {
        assertThat(world.features.catalogMerge().complete(named, BATMAN).result())
                .isEqualTo(Result.MERGED);
    }

    private Instant forwardOneDay() {
        world.clock.forward(Duration.ofDays(1));
        return world.clock.instant();
    }

    // Ratings

    @Test
    void aRatingMovesToTheTarget() {
        rate(named, 8);

        merge();

        assertThat(world.features.ratings().of(world.profile(world.ann), List.of(there)))
                .containsEntry(there, new Score(8));
        assertThat(world.features.ratings().totals(there).votes()).isOne();
    }

    @Test
    void theLaterOfTwoRatingsIsKept() {
        rate(named, 8);
        forwardOneDay();
        rate(there, 3);
        merge();

        assertThat(world.features.ratings().of(world.profile(world.ann), List.of(there)))
                .containsEntry(there, new Score(3));
        assertThat(world.features.ratings().totals(there).votes()).isOne();
    }

    @Test
    void theLaterOfTwoRatingsIsKeptIfItMoves() {
        rate(there, 3);
        forwardOneDay();
        rate(named, 8);
        merge();

        assertThat(world.features.ratings().of(world.profile(world.ann), List.of(there)))
                .containsEntry(there, new Score(8));
    }

    // Collection, watchlist, lists, hidden items

    @Test
    void aCollectedItemKeepsTheEarlierTime() {
        Instant first = forwardOneDay();
        world.features.collectionItems().addMovies(world.ann.id(), List.of(named));
        forwardOneDay();
        world.features.collectionItems().addMovies(world.ann.id(), List.of(there));
        world.features.collectionItems().addMovies(world.bob.id(), List.of(named));
        merge();

        assertThat(world.features.collectionItems().since(world.profile(world.ann), List.of(there)))
                .containsEntry(there, first);
        assertThat(world.features.collectionItems().movies(world.profile(world.ann)))
                .containsExactly(there);
        assertThat(world.features.collectionItems().movies(world.profile(world.bob)))
                .containsExactly(there);
    }

    @Test
    void aWatchlistItemKeepsTheEarlierTime() {
        Instant first = forwardOneDay();
        world.features.watchlist().addMovies(world.ann.id(), List.of(named));
        forwardOneDay();
        world.features.watchlist().addMovies(world.ann.id(), List.of(there));
        merge();

        assertThat(world.features.watchlist().since(world.profile(world.ann), List.of(there)))
                .containsEntry(there, first);
        assertThat(world.features.watchlist().of(world.profile(world.ann), Kind.MOVIE))
                .hasSize(1);
    }

    @Test
    void aListWithBothItemsKeepsTheHigherRank() {
        MovieId other = world.movie(
                new dev.spoolmark.catalog.MovieRef(dev.spoolmark.catalog.Ids.ofImdb("tt0078748"), null, null));
        world.features.lists().create(world.ann.id(), new ListSettings("Bats", "", Privacy.PUBLIC, true, true));
        world.features.lists().add(world.ann.id(), "bats", List.of(named, other, there));
        merge();

        assertThat(world.features.lists().items(world.features.lists().get(world.ann.id(), "bats")))
                .containsExactly(there, other);
    }

    @Test
    void hiddenItemsRemainHidden() {
        world.features.hidden().hide(world.ann.id(), HiddenSection.RECOMMENDATIONS, named);
        world.features.hidden().hide(world.ann.id(), HiddenSection.RECOMMENDATIONS, there);
        merge();

        assertThat(world.features.hidden().of(world.profile(world.ann), HiddenSection.RECOMMENDATIONS))
                .containsExactly(there);
    }

    // Comments

    @Test
    void commentsMoveToTheTarget() {
        world.features.comments().add(world.ann.id(), named, CommentText.of("so good", false, false));
        world.features.comments().add(world.bob.id(), there, CommentText.of("so long", false, false));
        merge();

        var all = world.features.comments().on(there, CommentFilter.ALL);
        assertThat(world.features.comments().read(there, all)).hasSize(2);
        assertThat(world.features.comments().on(named, CommentFilter.ALL)).isEmpty();
    }

    // Plays

    @Test
    void playsOfDifferentDaysAreAllKept() {
        world.scrobble(world.ann, named);
        forwardOneDay();
        world.scrobble(world.ann, there);
        forwardOneDay();
        world.scrobble(world.ann, named);
        merge();

        assertThat(world.plays(world.ann, there)).isEqualTo(3);
        assertThat(world.features.plays().moviesWatched(world.profile(world.ann)))
                .containsExactly(there);
    }

    @Test
    void oneViewingReportedForBothItemsIsOnePlay() {
        world.scrobble(world.ann, named);
        world.clock.forward(Duration.ofMinutes(3));
        world.scrobble(world.ann, there);
        merge();

        assertThat(world.plays(world.ann, there)).isOne();
    }

    @Test
    void aRepeatedScrobbleOfTheTargetIsRejected() {
        world.scrobble(world.ann, named);
        world.clock.forward(Duration.ofMinutes(5));
        merge();

        assertThat(world.scrobble(world.ann, there)).isFalse();
        forwardOneDay();
        assertThat(world.scrobble(world.ann, there)).isTrue();
        assertThat(world.plays(world.ann, there)).isEqualTo(2);
    }

    @Test
    void equalSeenPlaysOfBothItemsAreCountedOnce() {
        Instant then = Instant.parse("2011-01-01T20:00:00Z");
        world.features.plays().seen(world.ann.id(), List.of(new MarkedWatched(Watchable.of(named), then, 3)), null);
        world.features.plays().seen(world.ann.id(), List.of(new MarkedWatched(Watchable.of(there), then, 2)), null);
        merge();

        assertThat(world.plays(world.ann, there)).isEqualTo(3);
    }

    @Test
    void aPlayOverridesAnUnseenMark() {
        world.features
                .plays()
                .seen(world.ann.id(), List.of(MarkedWatched.once(Watchable.of(named), forwardOneDay())), null);
        world.features.plays().unseen(world.ann.id(), List.of(Watchable.of(named)));
        world.scrobble(world.ann, there);
        world.features
                .plays()
                .seen(world.bob.id(), List.of(MarkedWatched.once(Watchable.of(named), forwardOneDay())), null);
        world.features.plays().unseen(world.bob.id(), List.of(Watchable.of(named)));
        merge();

        assertThat(world.plays(world.ann, there)).isOne();
        var bobs = world.features
                .plays()
                .watched(world.profile(world.bob), List.of(there))
                .get(there);
        assertThat(Objects.requireNonNull(bobs).unseenAt()).isNotNull();
    }

    @Test
    void anActiveCheckinContinues() {
        world.features
                .scrobbles()
                .checkIn(
                        world.ann.id(),
                        new PlaybackReport(Watchable.of(named), Duration.ofMinutes(100), null, 0, null));
        merge();
        assertThat(world.features.scrobbles().watching(world.profile(world.ann)))
                .map(watching -> watching.item().id())
                .contains(there);

        world.clock.forward(Duration.ofMinutes(101));
        assertThat(world.plays(world.ann, there)).isOne();
    }

    // Stamps

    @Test
    void onlyStampsOfAffectedUsersChange() {
        rate(named, 8);
        world.features.ratings().rate(world.bob.id(), List.of(new RatingChange(there, new Score(5))));
        world.features.collectionItems().addMovies(world.ann.id(), List.of(there));
        var anns = world.stamps(world.ann);
        var bobs = world.stamps(world.bob);
        forwardOneDay();
        merge();

        assertThat(world.stamps(world.bob)).isEqualTo(bobs);
        assertThat(world.stamps(world.ann).get(ActivityArea.MOVIE_COLLECTION))
                .isEqualTo(anns.get(ActivityArea.MOVIE_COLLECTION));
        assertThat(world.stamps(world.ann).get(ActivityArea.MOVIE_RATING)).isAfter(anns.get(ActivityArea.MOVIE_RATING));
    }

    @Test
    void completingAnItemInPlaceChangesNoStamp() {
        MovieId amelie = world.movie(
                new dev.spoolmark.catalog.MovieRef(dev.spoolmark.catalog.Ids.ofImdb("tt0211915"), null, null));
        rate(amelie, 8);
        var previous = world.stamps(world.ann);
        forwardOneDay();
        world.features
                .catalogMerge()
                .complete(
                        amelie,
                        new dev.spoolmark.catalog.ingest.SourceItem.MovieItem(
                                new Ids("tt0211915", null, null, null, null),
                                "Amelie",
                                2001,
                                dev.spoolmark.catalog.MovieFacts.NONE,
                                List.of(),
                                null));

        assertThat(world.stamps(world.ann)).isEqualTo(previous);
    }

    // Writes during a merge

    @Test
    void aRequestThatResolvedTheOldItemCanStillWrite() {
        merge();
        rate(named, 8);
        world.scrobble(world.ann, named);
        world.clock.forward(Duration.ofMinutes(1));
        world.scrobble(world.ann, there);
        world.features.catalogMerge().resume();

        assertThat(world.plays(world.ann, there)).isOne();
        assertThat(world.plays(world.ann, named)).isZero();
        assertThat(world.features.ratings().of(world.profile(world.ann), List.of(there)))
                .containsEntry(there, new Score(8));
    }

    @Test
    void playsRemovedDuringAMergeStayRemoved() {
        merge();
        world.scrobble(world.ann, named);
        world.clock.forward(Duration.ofMinutes(1));
        world.features.plays().unseen(world.ann.id(), List.of(Watchable.of(there)));
        world.features.catalogMerge().resume();

        assertThat(world.plays(world.ann, there)).isZero();
    }

    // Shows

    @Test
    void allDataOfAShowAndItsEpisodesMoves() {
        world.has(walkingDead(new Ids("tt1520211", null, null, null, null), 6));
        ShowId show = world.show(SHOW_BY_IMDB);
        EpisodeId first = world.episode(SHOW_BY_IMDB, 1, 1);
        EpisodeId toFirst = world.episode(SHOW_BY_TVDB, 1, 1);
        EpisodeId odd = world.episode(SHOW_BY_TVDB, 9, 90);
        ShowId coming = world.show(SHOW_BY_TVDB);
        var season =
                world.features.catalog().guide(coming).season(9).orElseThrow().id();
        seen(toFirst, coming);
        seen(odd, coming);
        world.features.collectionItems().addEpisodes(world.ann.id(), coming, List.of(toFirst, odd));
        world.features.watchlist().addEpisodes(world.bob.id(), coming, List.of(odd));
        world.features.watchlist().addShows(world.bob.id(), List.of(coming));
        world.features.hidden().hide(world.ann.id(), HiddenSection.PROGRESS, coming, season);
        world.features.hidden().hide(world.ann.id(), HiddenSection.CALENDAR, coming);

        assertThat(world.features
                        .catalogMerge()
                        .complete(coming, walkingDead(DEAD, 6))
                        .remarks())
                .containsExactly("episode 9x90 is not listed by the source and stays provisional");

        var ann = world.profile(world.ann);
        assertThat(world.features.plays().watchedEpisodes(ann, List.of(show)).get(show))
                .containsExactlyInAnyOrder(first, odd);
        assertThat(world.features.plays().showsWatched(ann)).containsExactly(show);
        assertThat(world.features.collectionItems().episodes(ann, List.of(show)).get(show))
                .containsExactlyInAnyOrder(first, odd);
        assertThat(world.features.collectionItems().shows(ann)).containsExactly(show);
        assertThat(world.features.watchlist().of(world.profile(world.bob), Kind.SHOW))
                .containsExactly(show);
        assertThat(world.features.watchlist().showsOfEpisodes(world.profile(world.bob)))
                .containsExactly(show);
        assertThat(world.features.hidden().of(ann, HiddenSection.PROGRESS)).containsExactly(season);
        assertThat(world.features.hidden().of(ann, HiddenSection.CALENDAR)).containsExactly(show);
        assertThat(world.count("SELECT count(*) FROM hidden WHERE show_id <> " + show.value()))
                .isZero();
        assertThat(world.count("SELECT count(*) FROM play WHERE show_id <> " + show.value()))
                .isZero();
    }

    private void seen(EpisodeId episode, ShowId show) {
        world.features
                .plays()
                .seen(
                        world.ann.id(),
                        List.of(MarkedWatched.once(Watchable.of(episode, show), Instant.parse("2011-01-01T20:00:00Z"))),
                        null);
    }

    private void rate(MediaId item, int score) {
        world.features.ratings().rate(world.ann.id(), List.of(new RatingChange(item, new Score(score))));
    }
}
