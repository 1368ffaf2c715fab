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

    MergeFixture fixture;
    MovieId named;
    MovieId existing;

    @BeforeEach
    void open() {
        fixture = new MergeFixture(engine);
        fixture.has(batmanByTmdb());
        existing = fixture.movie(BY_TMDB);
        named = fixture.movie(BY_IMDB);
    }

    @AfterEach
    void close() {
        assertThat(fixture.check()).isEmpty();
        fixture.clock.forward(Duration.ofHours(1));
        fixture.features.catalogMerge().resume();
        assertThat(fixture.check()).isEmpty();
        assertThat(fixture.count("SELECT count(*) FROM item_migration")).isZero();
        fixture.close();
    }

    private void merge() {
        assertThat(fixture.features.catalogMerge().complete(named, BATMAN).result())
                .isEqualTo(Result.MERGED);
    }

    private Instant forwardOneDay() {
        fixture.clock.forward(Duration.ofDays(1));
        return fixture.clock.instant();
    }

    // Ratings

    @Test
    void aRatingMovesToTheTarget() {
        rate(named, 8);

        merge();

        assertThat(fixture.features.ratings().of(fixture.profile(fixture.ann), List.of(existing)))
                .containsEntry(existing, new Score(8));
        assertThat(fixture.features.ratings().totals(existing).votes()).isOne();
    }

    @Test
    void theLaterOfTwoRatingsIsKept() {
        rate(named, 8);
        forwardOneDay();
        rate(existing, 3);
        merge();

        assertThat(fixture.features.ratings().of(fixture.profile(fixture.ann), List.of(existing)))
                .containsEntry(existing, new Score(3));
        assertThat(fixture.features.ratings().totals(existing).votes()).isOne();
    }

    @Test
    void theLaterOfTwoRatingsIsKeptIfItMoves() {
        rate(existing, 3);
        forwardOneDay();
        rate(named, 8);
        merge();

        assertThat(fixture.features.ratings().of(fixture.profile(fixture.ann), List.of(existing)))
                .containsEntry(existing, new Score(8));
    }

    // Collection, watchlist, lists, hidden items

    @Test
    void aCollectedItemKeepsTheEarlierTime() {
        Instant first = forwardOneDay();
        fixture.features.collectionItems().addMovies(fixture.ann.id(), List.of(named));
        forwardOneDay();
        fixture.features.collectionItems().addMovies(fixture.ann.id(), List.of(existing));
        fixture.features.collectionItems().addMovies(fixture.bob.id(), List.of(named));
        merge();

        assertThat(fixture.features.collectionItems().since(fixture.profile(fixture.ann), List.of(existing)))
                .containsEntry(existing, first);
        assertThat(fixture.features.collectionItems().movies(fixture.profile(fixture.ann)))
                .containsExactly(existing);
        assertThat(fixture.features.collectionItems().movies(fixture.profile(fixture.bob)))
                .containsExactly(existing);
    }

    @Test
    void aWatchlistItemKeepsTheEarlierTime() {
        Instant first = forwardOneDay();
        fixture.features.watchlist().addMovies(fixture.ann.id(), List.of(named));
        forwardOneDay();
        fixture.features.watchlist().addMovies(fixture.ann.id(), List.of(existing));
        merge();

        assertThat(fixture.features.watchlist().since(fixture.profile(fixture.ann), List.of(existing)))
                .containsEntry(existing, first);
        assertThat(fixture.features.watchlist().of(fixture.profile(fixture.ann), Kind.MOVIE))
                .hasSize(1);
    }

    @Test
    void aListWithBothItemsKeepsTheHigherRank() {
        MovieId other = fixture.movie(
                new dev.spoolmark.catalog.MovieRef(dev.spoolmark.catalog.Ids.ofImdb("tt0078748"), null, null));
        fixture.features.lists().create(fixture.ann.id(), new ListSettings("Bats", "", Privacy.PUBLIC, true, true));
        fixture.features.lists().add(fixture.ann.id(), "bats", List.of(named, other, existing));
        merge();

        assertThat(fixture.features.lists().items(fixture.features.lists().get(fixture.ann.id(), "bats")))
                .containsExactly(existing, other);
    }

    @Test
    void hiddenItemsRemainHidden() {
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.RECOMMENDATIONS, named);
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.RECOMMENDATIONS, existing);
        merge();

        assertThat(fixture.features.hidden().of(fixture.profile(fixture.ann), HiddenSection.RECOMMENDATIONS))
                .containsExactly(existing);
    }

    // Comments

    @Test
    void commentsMoveToTheTarget() {
        fixture.features.comments().add(fixture.ann.id(), named, CommentText.of("so good", false, false));
        fixture.features.comments().add(fixture.bob.id(), existing, CommentText.of("so long", false, false));
        merge();

        var all = fixture.features.comments().on(existing, CommentFilter.ALL);
        assertThat(fixture.features.comments().read(existing, all)).hasSize(2);
        assertThat(fixture.features.comments().on(named, CommentFilter.ALL)).isEmpty();
    }

    // Plays

    @Test
    void playsOfDifferentDaysAreAllKept() {
        fixture.scrobble(fixture.ann, named);
        forwardOneDay();
        fixture.scrobble(fixture.ann, existing);
        forwardOneDay();
        fixture.scrobble(fixture.ann, named);
        merge();

        assertThat(fixture.plays(fixture.ann, existing)).isEqualTo(3);
        assertThat(fixture.features.plays().moviesWatched(fixture.profile(fixture.ann)))
                .containsExactly(existing);
    }

    @Test
    void oneViewingReportedForBothItemsIsOnePlay() {
        fixture.scrobble(fixture.ann, named);
        fixture.clock.forward(Duration.ofMinutes(3));
        fixture.scrobble(fixture.ann, existing);
        merge();

        assertThat(fixture.plays(fixture.ann, existing)).isOne();
    }

    @Test
    void aRepeatedScrobbleOfTheTargetIsRejected() {
        fixture.scrobble(fixture.ann, named);
        fixture.clock.forward(Duration.ofMinutes(5));
        merge();

        assertThat(fixture.scrobble(fixture.ann, existing)).isFalse();
        forwardOneDay();
        assertThat(fixture.scrobble(fixture.ann, existing)).isTrue();
        assertThat(fixture.plays(fixture.ann, existing)).isEqualTo(2);
    }

    @Test
    void equalSeenPlaysOfBothItemsAreCountedOnce() {
        Instant then = Instant.parse("2011-01-01T20:00:00Z");
        fixture.features.plays().seen(fixture.ann.id(), List.of(new MarkedWatched(Watchable.of(named), then, 3)), null);
        fixture.features
                .plays()
                .seen(fixture.ann.id(), List.of(new MarkedWatched(Watchable.of(existing), then, 2)), null);
        merge();

        assertThat(fixture.plays(fixture.ann, existing)).isEqualTo(3);
    }

    @Test
    void aPlayOverridesAnUnseenMark() {
        fixture.features
                .plays()
                .seen(fixture.ann.id(), List.of(MarkedWatched.once(Watchable.of(named), forwardOneDay())), null);
        fixture.features.plays().unseen(fixture.ann.id(), List.of(Watchable.of(named)));
        fixture.scrobble(fixture.ann, existing);
        fixture.features
                .plays()
                .seen(fixture.bob.id(), List.of(MarkedWatched.once(Watchable.of(named), forwardOneDay())), null);
        fixture.features.plays().unseen(fixture.bob.id(), List.of(Watchable.of(named)));
        merge();

        assertThat(fixture.plays(fixture.ann, existing)).isOne();
        var bobs = fixture.features
                .plays()
                .watched(fixture.profile(fixture.bob), List.of(existing))
                .get(existing);
        assertThat(Objects.requireNonNull(bobs).unseenAt()).isNotNull();
    }

    @Test
    void anActiveCheckinContinues() {
        fixture.features
                .scrobbles()
                .checkIn(
                        fixture.ann.id(),
                        new PlaybackReport(Watchable.of(named), Duration.ofMinutes(100), null, 0, null));
        merge();
        assertThat(fixture.features.scrobbles().watching(fixture.profile(fixture.ann)))
                .map(watching -> watching.item().id())
                .contains(existing);

        fixture.clock.forward(Duration.ofMinutes(101));
        assertThat(fixture.plays(fixture.ann, existing)).isOne();
    }

    // Stamps

    @Test
    void onlyStampsOfAffectedUsersChange() {
        rate(named, 8);
        fixture.features.ratings().rate(fixture.bob.id(), List.of(new RatingChange(existing, new Score(5))));
        fixture.features.collectionItems().addMovies(fixture.ann.id(), List.of(existing));
        var anns = fixture.stamps(fixture.ann);
        var bobs = fixture.stamps(fixture.bob);
        forwardOneDay();
        merge();

        assertThat(fixture.stamps(fixture.bob)).isEqualTo(bobs);
        assertThat(fixture.stamps(fixture.ann).get(ActivityArea.MOVIE_COLLECTION))
                .isEqualTo(anns.get(ActivityArea.MOVIE_COLLECTION));
        assertThat(fixture.stamps(fixture.ann).get(ActivityArea.MOVIE_RATING))
                .isAfter(anns.get(ActivityArea.MOVIE_RATING));
    }

    @Test
    void completingAnItemInPlaceChangesNoStamp() {
        MovieId amelie = fixture.movie(
                new dev.spoolmark.catalog.MovieRef(dev.spoolmark.catalog.Ids.ofImdb("tt0211915"), null, null));
        rate(amelie, 8);
        var previous = fixture.stamps(fixture.ann);
        forwardOneDay();
        fixture.features
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

        assertThat(fixture.stamps(fixture.ann)).isEqualTo(previous);
    }

    // Writes during a merge

    @Test
    void aRequestThatResolvedTheOldItemCanStillWrite() {
        merge();
        rate(named, 8);
        fixture.scrobble(fixture.ann, named);
        fixture.clock.forward(Duration.ofMinutes(1));
        fixture.scrobble(fixture.ann, existing);
        fixture.features.catalogMerge().resume();

        assertThat(fixture.plays(fixture.ann, existing)).isOne();
        assertThat(fixture.plays(fixture.ann, named)).isZero();
        assertThat(fixture.features.ratings().of(fixture.profile(fixture.ann), List.of(existing)))
                .containsEntry(existing, new Score(8));
    }

    @Test
    void playsRemovedDuringAMergeStayRemoved() {
        merge();
        fixture.scrobble(fixture.ann, named);
        fixture.clock.forward(Duration.ofMinutes(1));
        fixture.features.plays().unseen(fixture.ann.id(), List.of(Watchable.of(existing)));
        fixture.features.catalogMerge().resume();

        assertThat(fixture.plays(fixture.ann, existing)).isZero();
    }

    // Shows

    @Test
    void allDataOfAShowAndItsEpisodesMoves() {
        fixture.has(walkingDead(new Ids("tt1520211", null, null, null, null), 6));
        ShowId show = fixture.show(SHOW_BY_IMDB);
        EpisodeId first = fixture.episode(SHOW_BY_IMDB, 1, 1);
        EpisodeId toFirst = fixture.episode(SHOW_BY_TVDB, 1, 1);
        EpisodeId odd = fixture.episode(SHOW_BY_TVDB, 9, 90);
        ShowId coming = fixture.show(SHOW_BY_TVDB);
        var season =
                fixture.features.catalog().guide(coming).season(9).orElseThrow().id();
        seen(toFirst, coming);
        seen(odd, coming);
        fixture.features.collectionItems().addEpisodes(fixture.ann.id(), coming, List.of(toFirst, odd));
        fixture.features.watchlist().addEpisodes(fixture.bob.id(), coming, List.of(odd));
        fixture.features.watchlist().addShows(fixture.bob.id(), List.of(coming));
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.PROGRESS, coming, season);
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.CALENDAR, coming);

        assertThat(fixture.features
                        .catalogMerge()
                        .complete(coming, walkingDead(DEAD, 6))
                        .warnings())
                .containsExactly("episode 9x90 is not listed by the source and stays provisional");

        var ann = fixture.profile(fixture.ann);
        assertThat(fixture.features.plays().watchedEpisodes(ann, List.of(show)).get(show))
                .containsExactlyInAnyOrder(first, odd);
        assertThat(fixture.features.plays().showsWatched(ann)).containsExactly(show);
        assertThat(fixture.features
                        .collectionItems()
                        .episodes(ann, List.of(show))
                        .get(show))
                .containsExactlyInAnyOrder(first, odd);
        assertThat(fixture.features.collectionItems().shows(ann)).containsExactly(show);
        assertThat(fixture.features.watchlist().of(fixture.profile(fixture.bob), Kind.SHOW))
                .containsExactly(show);
        assertThat(fixture.features.watchlist().showsOfEpisodes(fixture.profile(fixture.bob)))
                .containsExactly(show);
        assertThat(fixture.features.hidden().of(ann, HiddenSection.PROGRESS)).containsExactly(season);
        assertThat(fixture.features.hidden().of(ann, HiddenSection.CALENDAR)).containsExactly(show);
        assertThat(fixture.count("SELECT count(*) FROM hidden WHERE show_id <> " + show.value()))
                .isZero();
        assertThat(fixture.count("SELECT count(*) FROM play WHERE show_id <> " + show.value()))
                .isZero();
    }

    private void seen(EpisodeId episode, ShowId show) {
        fixture.features
                .plays()
                .seen(
                        fixture.ann.id(),
                        List.of(MarkedWatched.once(Watchable.of(episode, show), Instant.parse("2011-01-01T20:00:00Z"))),
                        null);
    }

    private void rate(MediaId item, int score) {
        fixture.features.ratings().rate(fixture.ann.id(), List.of(new RatingChange(item, new Score(score))));
    }
}
