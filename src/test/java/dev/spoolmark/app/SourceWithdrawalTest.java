package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.calendar.DateRange;
import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.FakeSource;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResultApplier;
import dev.spoolmark.catalog.source.Sources;
import dev.spoolmark.db.Engine;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.progress.PlayCounts;
import dev.spoolmark.progress.ProgressBasis;
import dev.spoolmark.progress.ProgressCount;
import dev.spoolmark.progress.ShowProgress;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.stats.UserCounts.CollectionCounts;
import dev.spoolmark.stats.UserCounts.Count;
import dev.spoolmark.stats.UserCounts.ItemTypeCounts;
import dev.spoolmark.stats.UserCounts.ShowCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Withdrawal of facts that a source no longer provides and of episodes that it no longer lists.
@ParameterizedClass
@EnumSource(Engine.class)
class SourceWithdrawalTest {

    private static final ShowRef OURS = new ShowRef(Ids.ofTvdb(5), "Ours", 2010);
    private static final LocalDate DAY = LocalDate.of(2010, 1, 1);

    @Parameter
    Engine engine;

    private final FakeSource first = new FakeSource("first", Kind.SHOW, Kind.MOVIE);
    private final FakeSource second = new FakeSource("second", Kind.SHOW, Kind.MOVIE);
    private MergeFixture fixture;
    private SourceResultApplier applier;
    private ShowId show;

    @BeforeEach
    void open() {
        fixture = new MergeFixture(engine);
        CatalogImport load = new CatalogImport(fixture.database, fixture.clock, fixture.features.catalog());
        applier = new SourceResultApplier(fixture.features.catalog(), fixture.features.catalogMerge(), load);
        show = fixture.show(OURS);
    }

    @AfterEach
    void close() {
        assertThat(fixture.check()).isEmpty();
        fixture.close();
    }

    // Facts

    @Test
    void aDateThatTheSourceClearsIsCleared() {
        applyListing(season(1, aired(1, 101, 0), aired(2, 102, 7)));
        seen(fixture.ann, 1, 1);
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(2, 1));

        applyListing(season(1, aired(1, 101, 0), undated(2, 102)));

        assertThat(episode(1, 2).airDate()).isNull();
        assertThat(episode(1, 2).airsAt()).isNull();
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(1, 1));
        assertThat(airings()).isEqualTo(1);
    }

    @Test
    void everyFactThatTheSourceClearsIsCleared() {
        ShowFacts all = new ShowFacts(
                DAY,
                ShowFacts.Status.ENDED,
                new Broadcast("NBC", "United States", null, null, null),
                60,
                "TV-MA",
                "Words.",
                new Images("http://p/p", "http://p/f", "http://p/b"),
                List.of("Drama"));
        applyListing(all, season(1, whole(1)));
        applyListing(ShowFacts.NONE, season(1, new EpisodeItem(1, Ids.ofTvmaze(101), EpisodeFacts.NONE)));

        assertThat(guide().show().facts()).isEqualTo(ShowFacts.NONE);
        assertThat(fixture.features
                        .catalog()
                        .episodes(List.of(episode(1, 1).id()))
                        .values())
                .allMatch(episode -> episode.facts().equals(EpisodeFacts.NONE));
        assertThat(guide().show().title()).isEqualTo("Ours");
    }

    @Test
    void aFactOfALaterFileIsKept() {
        applyListing(facts("Of the source."), season(1, aired(1, 101, 0)));
        fixture.has(item(facts("Of a file."), season(1, aired(1, 101, 3))));

        applyListing(ShowFacts.NONE, season(1, undated(1, 101)));

        assertThat(guide().show().facts().overview()).isEqualTo("Of a file.");
        assertThat(episode(1, 1).airDate()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void aFactOfAnUnreachableSourceIsKept() {
        first.returns(item(ShowFacts.NONE));
        second.returns(item(facts("Of the second.")));
        complete();
        second.fails("is not there");

        complete();

        assertThat(guide().show().facts().overview()).isEqualTo("Of the second.");
    }

    @Test
    void anInvalidValueClearsNothing() {
        applyListing(facts("Words."), season(1, aired(1, 101, 0)));

        first.responds(_ -> new Found(
                        item(ShowFacts.NONE, season(1, undated(1, 101).withUnreadable(true))), List.of(), List.of())
                .read(true, true));
        complete();

        assertThat(guide().show().facts().overview()).isEqualTo("Words.");
        assertThat(episode(1, 1).airDate()).isEqualTo(DAY);
    }

    @Test
    void creditsAlternativeTitlesAndPostersThatTheSourceClearsAreCleared() {
        SeasonItem pictured = new SeasonItem(1, Ids.NONE, "http://p/s", List.of(aired(1, 101, 0)));
        first.returns(withPeople(pictured));
        complete();
        assertThat(fixture.features.catalog().credits(show)).hasSize(1);
        assertThat(guide().season(1)).map(Season::poster).contains("http://p/s");
        assertThat(otherTitles()).isEqualTo(1);

        applyListing(season(1, aired(1, 101, 0)));

        assertThat(fixture.features.catalog().credits(show)).isEmpty();
        assertThat(guide().season(1).orElseThrow().poster()).isNull();
        assertThat(otherTitles()).isZero();
    }

    @Test
    void creditsAlternativeTitlesAndPostersOfAFileAreKept() {
        applyListing(season(1, aired(1, 101, 0)));
        fixture.has(withPeople(new SeasonItem(1, Ids.NONE, "http://p/s", List.of(aired(1, 101, 0)))));

        applyListing(season(1, aired(1, 101, 0)));

        assertThat(fixture.features.catalog().credits(show)).hasSize(1);
        assertThat(guide().season(1)).map(Season::poster).contains("http://p/s");
        assertThat(otherTitles()).isEqualTo(1);
    }

    @Test
    void valuesOfAFileThatReplacedThoseOfTheSourceAreKept() {
        first.returns(withPeople(new SeasonItem(1, Ids.NONE, "http://p/s", List.of(aired(1, 101, 0)))));
        complete();
        fixture.has(new ShowItem(
                new Ids(null, 5L, null, null, 50L),
                "Ours",
                2010,
                ShowFacts.NONE,
                List.of(playedBy("Bob Actor")),
                List.of(new SeasonItem(1, Ids.NONE, "http://p/other", List.of())),
                null,
                List.of(new AlternativeTitle("Theirs", null, null))));

        applyListing(season(1, aired(1, 101, 0)));

        assertThat(fixture.features.catalog().credits(show)).hasSize(1);
        assertThat(guide().season(1)).map(Season::poster).contains("http://p/other");
        assertThat(otherTitles()).isEqualTo(1);
    }

    @Test
    void anInvalidListOfCreditsClearsNothing() {
        first.returns(withPeople(new SeasonItem(1, Ids.NONE, "http://p/s", List.of(aired(1, 101, 0)))));
        complete();
        SeasonItem odd = new SeasonItem(1, Ids.NONE, null, List.of(aired(1, 101, 0)), true);
        first.responds(_ -> new Found(item(ShowFacts.NONE, odd), List.of(), List.of()).read(true, true));

        complete();

        assertThat(fixture.features.catalog().credits(show)).hasSize(1);
        assertThat(guide().season(1)).map(Season::poster).contains("http://p/s");
        assertThat(otherTitles()).isEqualTo(1);
    }

    @Test
    void factsOfAMovieThatTheSourceClearsAreCleared() {
        MovieId movie = fixture.movie(MergeFixture.BY_IMDB);
        MovieFacts facts = new MovieFacts(DAY, 140, "Evil.", "Words.", null, "PG-13", Images.NONE, List.of("Action"));
        Ids ids = new Ids("tt0372784", null, null, null, null);
        for (MovieFacts reported : List.of(facts, MovieFacts.NONE)) {
            first.returns(new MovieItem(ids, "Batman Begins", 2005, reported, List.of(), null));
            complete(movie, new SourceQuery(Kind.MOVIE, ids, null, null, true));
        }

        assertThat(fixture.features.catalog().movies(List.of(movie)).get(movie))
                .matches(updated -> updated.facts().equals(MovieFacts.NONE));
    }

    // Episodes

    @Test
    void anEpisodeThatIsNoLongerListedIsRemoved() {
        applyListing(season(1, all(1, 10)));
        applyListing(season(1, all(1, 8)));

        assertThat(visibleToAll()).containsExactly("1x1", "1x2", "1x3", "1x4", "1x5", "1x6", "1x7", "1x8");
        assertThat(guide().aired(fixture.clock.instant(), false)).hasSize(8);
        forwardAndCleanUp();
        assertThat(guide().episodes()).hasSize(8);
        assertThat(fixture.count("SELECT count(*) FROM external_id WHERE kind = 4"))
                .isEqualTo(8);
        forwardAndCleanUp();
        assertThat(fixture.count("SELECT count(*) FROM episode")).isEqualTo(8);
        assertThat(fixture.count("SELECT count(*) FROM source_fact WHERE kind = 4"))
                .isEqualTo(8);
    }

    @Test
    void aSeasonThatIsNoLongerListedIsRemoved() {
        applyListing(season(1, all(1, 3)), season(2, all(21, 2)));
        applyListing(season(1, all(1, 3)));
        forwardAndCleanUp();

        assertThat(guide().seasons()).extracting(Season::number).containsExactly(1);
        forwardAndCleanUp();
        assertThat(fixture.count("SELECT count(*) FROM season")).isEqualTo(1);
        assertThat(fixture.count("SELECT count(*) FROM episode")).isEqualTo(3);
    }

    @Test
    void dataWrittenForAnEpisodeDuringItsRemovalAreKept() {
        applyListing(season(1, all(1, 4)));
        applyListing(season(1, all(1, 3)));
        EpisodeId found = episode(1, 4).id();
        forwardAndCleanUp();

        seen(fixture.ann, found);
        forwardAndCleanUp();

        assertThat(episodes(fixture.ann)).containsExactly("1x1", "1x2", "1x3", "1x4");
        assertThat(episode(1, 4).id()).isEqualTo(found);
        assertThat(visibleToAll()).hasSize(3);
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(3, 0));
    }

    @Test
    void dataWrittenForASeasonDuringItsRemovalAreKept() {
        applyListing(season(1, all(1, 3)), season(2, all(21, 2)));
        applyListing(season(1, all(1, 3)));
        EpisodeId found = episode(2, 1).id();
        SeasonId season = guide().season(2).orElseThrow().id();
        forwardAndCleanUp();

        seen(fixture.ann, found);
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.CALENDAR, show, season);
        forwardAndCleanUp();

        assertThat(seasons(fixture.ann)).containsExactly(1, 2);
        assertThat(episodes(fixture.ann)).endsWith("1x3", "2x1");
        assertThat(guide().season(2)).map(Season::id).contains(season);
        assertThat(seasons(fixture.bob)).containsExactly(1);
    }

    @Test
    void dataOfARemovedEpisodeMoveToTheOneListedAgain() {
        applyListing(season(1, all(1, 4)), season(2, all(21, 1)));
        applyListing(season(1, all(1, 3)));
        EpisodeId fourth = episode(1, 4).id();
        EpisodeId special = episode(2, 1).id();
        forwardAndCleanUp();

        seen(fixture.ann, fourth);
        seen(fixture.ann, special);
        applyListing(
                season(1, all(1, 4)),
                season(
                        2,
                        new EpisodeItem(
                                1,
                                Ids.ofTvmaze(190),
                                new EpisodeFacts("Another", null, DAY.plusDays(9), null, null, null))));
        forwardAndCleanUp();

        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(5, 1));
        assertThat(visibleToAll()).hasSize(5);
        assertThat(episodes(fixture.ann)).hasSize(6);
    }

    @Test
    void aRemovedEpisodeWithAPlayIsVisibleToItsUserOnly() {
        applyListing(season(1, all(1, 4)));
        seen(fixture.ann, 1, 1);
        seen(fixture.ann, 1, 4);
        EpisodeId withdrawn = episode(1, 4).id();
        fixture.features.collectionItems().addEpisodes(fixture.ann.id(), show, List.of(withdrawn));

        applyListing(season(1, all(1, 3)));
        forwardAndCleanUp();

        assertThat(episodes(fixture.ann)).containsExactly("1x1", "1x2", "1x3", "1x4");
        assertThat(episodes(fixture.bob)).containsExactly("1x1", "1x2", "1x3");
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(3, 1));
        assertThat(guide().aired(fixture.clock.instant(), true))
                .extracting(EpisodeSummary::number)
                .containsExactly(1, 2, 3);
        assertThat(guide().countedOf(1)).hasSize(3);
        assertThat(airings()).isEqualTo(3);
        assertThat(fixture.features
                        .plays()
                        .watchedEpisodes(fixture.profile(fixture.ann), List.of(show))
                        .get(show))
                .contains(withdrawn);
    }

    @Test
    void aRemovedEpisodeIsInNoTotal() {
        applyListing(season(1, all(1, 4)));
        seen(fixture.ann, 1, 1);
        seen(fixture.ann, 1, 4);
        EpisodeId withdrawn = episode(1, 4).id();
        fixture.features
                .collectionItems()
                .addEpisodes(fixture.ann.id(), show, List.of(episode(1, 2).id(), withdrawn));

        applyListing(season(1, all(1, 3)));
        forwardAndCleanUp();

        ItemTypeCounts totals = fixture.features
                .userStatistics()
                .of(fixture.profile(fixture.ann))
                .episodes();
        assertThat(totals.plays().all()).isEqualTo(new Count(1, 1));
        assertThat(totals.plays().seen()).isEqualTo(new Count(1, 1));
        assertThat(totals.collections()).isEqualTo(new CollectionCounts(1, 1, 2));
        applyListing(season(1, all(1, 4)));
        assertThat(fixture.features
                        .userStatistics()
                        .of(fixture.profile(fixture.ann))
                        .episodes()
                        .collections())
                .isEqualTo(new CollectionCounts(2, 1, 3));
    }

    @Test
    void aShowOfWhichOnlyAWithdrawnEpisodeWasPlayedIsInNoTotal() {
        applyListing(season(1, all(1, 4)));
        seen(fixture.ann, 1, 4);
        fixture.features
                .collectionItems()
                .addEpisodes(fixture.ann.id(), show, List.of(episode(1, 4).id()));
        assertThat(shows(fixture.ann)).isEqualTo(List.of(1, 1, 1));

        applyListing(season(1, all(1, 3)));
        forwardAndCleanUp();

        assertThat(shows(fixture.ann)).isEqualTo(List.of(0, 0, 0));
        for (ProgressBasis basis : ProgressBasis.values()) {
            ShowProgress progress = fixture.features
                    .progress()
                    .of(fixture.profile(fixture.ann), basis, List.of(show))
                    .getFirst();
            assertThat(progress.count()).isEqualTo(new ProgressCount(3, 0));
            assertThat(progress.plays()).isEqualTo(PlayCounts.NONE);
            assertThat(fixture.features.progress().ofAll(fixture.profile(fixture.ann), basis))
                    .isEmpty();
        }
        applyListing(season(1, all(1, 4)));
        assertThat(shows(fixture.ann)).isEqualTo(List.of(1, 1, 1));
    }

    /// The shows of a user in the profile: with any data, watched, collected.
    private List<Integer> shows(Account account) {
        ShowCounts counts =
                fixture.features.userStatistics().of(fixture.profile(account)).shows();
        return List.of(counts.library(), counts.watched(), counts.collection());
    }

    @Test
    void anEpisodeThatIsListedAgainIsRestored() {
        applyListing(season(1, all(1, 4)));
        seen(fixture.ann, 1, 4);
        EpisodeSummary before = episode(1, 4);
        applyListing(season(1, all(1, 3)));
        forwardAndCleanUp();

        applyListing(season(1, all(1, 4)));

        assertThat(episode(1, 4)).isEqualTo(before);
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(4, 1));
        assertThat(episodes(fixture.bob)).hasSize(4);
    }

    @Test
    void aRemovedSeasonIsVisibleToUsersWithDataOnly() {
        applyListing(season(1, all(1, 3)), season(2, all(21, 2)));
        seen(fixture.ann, 2, 1);
        applyListing(season(1, all(1, 3)));
        forwardAndCleanUp();

        assertThat(seasons(fixture.bob)).containsExactly(1);
        assertThat(seasons(fixture.ann)).containsExactly(1, 2);

        applyListing(season(1, all(1, 3)), season(2, all(21, 2)));

        assertThat(seasons(fixture.bob)).containsExactly(1, 2);
    }

    @Test
    void anEmptyListRemovesNothing() {
        applyListing(season(1, all(1, 4)));

        CompletionResult completed = applyListing();
        fixture.clock.forward(Duration.ofDays(3));
        applyListing();

        assertThat(completed.warnings()).contains("first: lists 0 of 4 episodes that it had; the others stay");
        assertThat(visibleToAll()).hasSize(4);
    }

    @Test
    void aListThatLostMostEpisodesIsAppliedAfterADay() {
        applyListing(season(1, all(1, 40)));

        applyListing(season(1, all(1, 5)));
        assertThat(visibleToAll()).hasSize(40);
        fixture.clock.forward(Duration.ofHours(25));
        applyListing(season(1, all(1, 5)));

        assertThat(visibleToAll()).hasSize(5);
    }

    @Test
    void aShortListThatLostMostEpisodesIsAppliedAfterADay() {
        applyListing(season(1, all(1, 7)));

        CompletionResult completed = applyListing(season(1, all(1, 3)));
        assertThat(completed.warnings())
                .contains("first: lists 3 of 7 episodes that it had; the others stay unless it says so again in a day");
        assertThat(visibleToAll()).hasSize(7);
        fixture.clock.forward(Duration.ofHours(25));
        applyListing(season(1, all(1, 3)));

        assertThat(visibleToAll()).hasSize(3);
    }

    @Test
    void aListThatLostTwoOrHalfOfItsEpisodesIsAppliedAtOnce() {
        applyListing(season(1, all(1, 6)));
        applyListing(season(1, all(1, 3)));
        assertThat(visibleToAll()).hasSize(3);

        applyListing(season(1, all(1, 1)));

        assertThat(visibleToAll()).hasSize(1);
    }

    @Test
    void theDelayRestartsIfTheClockWasAhead() {
        applyListing(season(1, all(1, 7)));
        fixture.clock.forward(Duration.ofDays(4_000));
        applyListing(season(1, all(1, 3)));
        fixture.clock.forward(Duration.ofDays(-4_000));

        applyListing(season(1, all(1, 3)));
        fixture.clock.forward(Duration.ofHours(25));
        applyListing(season(1, all(1, 3)));

        assertThat(visibleToAll()).hasSize(3);
    }

    @Test
    void anEpisodeWithdrawnWhileTheClockWasAheadIsRemoved() {
        applyListing(season(1, all(1, 4)));
        fixture.clock.forward(Duration.ofDays(4_000));
        applyListing(season(1, all(1, 3)));
        fixture.clock.forward(Duration.ofDays(-4_000));

        forwardAndCleanUp();
        forwardAndCleanUp();

        assertThat(fixture.count("SELECT count(*) FROM episode")).isEqualTo(3);
    }

    @Test
    void aPartlyInvalidListRemovesNothing() {
        applyListing(season(1, all(1, 4)));

        first.responds(_ ->
                new Found(item(ShowFacts.NONE, season(1, all(1, 3))), List.of(), List.of()).read(false, false));
        complete();

        assertThat(visibleToAll()).hasSize(4);
    }

    @Test
    void anUnplacedEpisodeIsNotRemoved() {
        applyListing(season(1, all(1, 4)));

        first.returns(
                item(ShowFacts.NONE, season(1, all(1, 3))),
                new UnplacedEpisode("an episode", Ids.ofTvmaze(104), EpisodeFacts.NONE));
        complete();

        assertThat(visibleToAll()).hasSize(4);
    }

    @Test
    void episodesOfAFileAreNotRemovedByASource() {
        fixture.has(item(ShowFacts.NONE, season(1, all(1, 4))));
        applyListing(season(1, all(1, 3)));

        assertThat(visibleToAll()).hasSize(4);
    }

    @Test
    void aFallbackSourceNeitherRemovesNorAddsEpisodes() {
        applyListing(season(1, all(1, 4)));
        first.fails("is not there");
        second.returns(item(facts("Words."), season(1, all(1, 2)), season(2, all(21, 2))));

        complete();

        assertThat(visibleToAll()).containsExactly("1x1", "1x2", "1x3", "1x4");
        assertThat(guide().show().facts().overview()).isEqualTo("Words.");
    }

    // Numbers

    @Test
    void anEpisodeWithANewNumberKeepsItsUserData() {
        applyListing(season(1, aired(1, 101, 0), aired(2, 102, 7), aired(3, 103, 14)));
        seen(fixture.ann, 1, 2);
        EpisodeId second = episode(1, 2).id();

        applyListing(season(0, aired(1, 101, 0)), season(1, aired(1, 102, 7), aired(2, 103, 14)));

        assertThat(episode(1, 1).id()).isEqualTo(second);
        assertThat(visibleToAll()).containsExactly("0x1", "1x1", "1x2");
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(2, 1));
    }

    @Test
    void aNewNumberChangesTheUpdateTimeOfShowAndEpisode() {
        applyListing(season(1, aired(1, 101, 0), aired(2, 102, 7)));
        EpisodeId first = episode(1, 1).id();
        Instant show = guide().show().updatedAt();
        Instant episode = updatedAt(first);

        applyListing(season(1, aired(1, 102, 7), aired(2, 101, 0)));

        assertThat(guide().show().updatedAt()).isAfter(show);
        assertThat(updatedAt(first)).isAfter(episode);
    }

    @Test
    void episodesThatSwapNumbersKeepTheirUserData() {
        applyListing(season(1, aired(1, 101, 0), aired(2, 102, 7)));
        seen(fixture.ann, 1, 2);
        EpisodeId second = episode(1, 2).id();

        applyListing(season(1, aired(1, 102, 7), aired(2, 101, 0)));

        assertThat(episode(1, 1).id()).isEqualTo(second);
        assertThat(visibleToAll()).hasSize(2);
    }

    @Test
    void aRemovedEpisodeFreesItsNumberForLaterOnes() {
        applyListing(season(1, all(1, 4)));
        seen(fixture.ann, 1, 2);
        seen(fixture.ann, 1, 3);
        EpisodeId withdrawn = episode(1, 2).id();
        EpisodeId third = episode(1, 3).id();

        applyListing(season(1, aired(1, 101, 1), aired(2, 103, 3), aired(3, 104, 4)));
        forwardAndCleanUp();

        assertThat(episode(1, 2).id()).isEqualTo(third);
        assertThat(visibleToAll()).containsExactly("1x1", "1x2", "1x3");
        assertThat(episodes(fixture.ann)).hasSize(4);
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(3, 1));
        assertThat(fixture.features
                        .plays()
                        .watchedEpisodes(fixture.profile(fixture.ann), List.of(show))
                        .get(show))
                .containsExactlyInAnyOrder(withdrawn, third);
    }

    @Test
    void anEpisodeWithAnotherNumberAtAClientIsMergedById() {
        EpisodeRef byYear = new EpisodeRef(OURS, 2010, 2, Ids.ofTvdb(502));
        EpisodeId named = Objects.requireNonNull(
                fixture.features.catalog().findOrCreateEpisodes(List.of(byYear)).get(byYear));
        seen(fixture.ann, named);

        applyListing(season(1, dated(1, Ids.ofTvdb(501), 0), dated(2, Ids.ofTvdb(502), 7)));
        forwardAndCleanUp();

        assertThat(episodes(fixture.ann)).containsExactly("1x1", "1x2");
        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(2, 1));
    }

    @Test
    void episodesKnownByIdAndByNumberAreMerged() {
        EpisodeRef byYear = new EpisodeRef(OURS, 2010, 2, Ids.ofTvdb(502));
        EpisodeId named = Objects.requireNonNull(
                fixture.features.catalog().findOrCreateEpisodes(List.of(byYear)).get(byYear));
        seen(fixture.ann, named);
        seen(fixture.bob, fixture.episode(OURS, 1, 2));

        applyListing(season(1, dated(1, Ids.ofTvdb(501), 0), dated(2, Ids.ofTvdb(502), 7)));
        forwardAndCleanUp();

        assertThat(progress(fixture.ann)).isEqualTo(new ProgressCount(2, 1));
        assertThat(progress(fixture.bob)).isEqualTo(new ProgressCount(2, 1));
        assertThat(visibleToAll()).containsExactly("1x1", "1x2");
    }

    // Helpers

    private CompletionResult applyListing(SeasonItem... seasons) {
        return applyListing(ShowFacts.NONE, seasons);
    }

    private CompletionResult applyListing(ShowFacts facts, SeasonItem... seasons) {
        first.returns(item(facts, seasons));
        return complete();
    }

    private CompletionResult complete() {
        return complete(show, new SourceQuery(Kind.SHOW, Ids.ofTvdb(5), "Ours", 2010, true));
    }

    private CompletionResult complete(MediaId item, SourceQuery query) {
        fixture.clock.forward(Duration.ofSeconds(1));
        return applier.complete(item, (Found) new Sources(List.of(first, second)).lookUp(query));
    }

    /// Advances the clock and runs the clean-up.
    private void forwardAndCleanUp() {
        fixture.clock.forward(Duration.ofMinutes(16));
        fixture.features.catalogMerge().resume();
        fixture.features.catalogMerge().resume();
    }

    private static ShowItem withPeople(SeasonItem season) {
        return new ShowItem(
                new Ids(null, 5L, null, null, 50L),
                "Ours",
                2010,
                ShowFacts.NONE,
                List.of(playedBy("Ann Actor")),
                List.of(season),
                null,
                List.of(new AlternativeTitle("Unsere", "de", null)));
    }

    private static CreditItem playedBy(String name) {
        return new CreditItem(
                new PersonItem(Ids.NONE, name, new PersonFacts(null, null, null, null)), "Actor", "Herself");
    }

    private long otherTitles() {
        return fixture.count("SELECT count(*) FROM alternative_title WHERE NOT superseded");
    }

    private static ShowItem item(ShowFacts facts, SeasonItem... seasons) {
        return new ShowItem(new Ids(null, 5L, null, null, 50L), "Ours", 2010, facts, List.of(), List.of(seasons), null);
    }

    private static ShowFacts facts(String overview) {
        return new ShowFacts(null, null, Broadcast.NONE, null, null, overview, Images.NONE, List.of());
    }

    private static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, Arrays.asList(episodes));
    }

    /// Episodes numbered from 1, with TVmaze ids from `100 + id`.
    private static EpisodeItem[] all(int id, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> aired(number, 100 + id + number - 1, number))
                .toArray(EpisodeItem[]::new);
    }

    private static EpisodeItem aired(int number, long id, int days) {
        return dated(number, Ids.ofTvmaze(id), days);
    }

    private static EpisodeItem undated(int number, long id) {
        return new EpisodeItem(number, Ids.ofTvmaze(id), facts(number, null));
    }

    private static EpisodeItem dated(int number, Ids ids, int days) {
        return new EpisodeItem(number, ids, facts(number, DAY.plusDays(days)));
    }

    private static EpisodeItem whole(int number) {
        return new EpisodeItem(
                number, Ids.ofTvmaze(101), new EpisodeFacts("One", "Words.", DAY, null, 60, "http://p/e"));
    }

    private static EpisodeFacts facts(int number, @Nullable LocalDate day) {
        return new EpisodeFacts("Episode " + number, null, day, null, null, null);
    }

    private ShowGuide guide() {
        return fixture.features.catalog().guide(show);
    }

    private EpisodeSummary episode(int season, int number) {
        return guide().episode(season, number).orElseThrow();
    }

    private Instant updatedAt(EpisodeId episode) {
        return Objects.requireNonNull(
                        fixture.features.catalog().episodes(List.of(episode)).get(episode))
                .updatedAt();
    }

    private void seen(Account account, int season, int number) {
        seen(account, episode(season, number).id());
    }

    private void seen(Account account, EpisodeId episode) {
        fixture.features
                .plays()
                .seen(
                        account.id(),
                        List.of(MarkedWatched.once(Watchable.of(episode, show), fixture.clock.instant())),
                        null);
    }

    private ProgressCount progress(Account account) {
        return fixture.features
                .progress()
                .of(fixture.profile(account), ProgressBasis.WATCHED, List.of(show))
                .getFirst()
                .count();
    }

    private int airings() {
        return fixture.features.calendar().everything(new DateRange(DAY, 31)).size();
    }

    private List<String> visibleToAll() {
        return numbers(fixture.features.provisionalAccess().episodes(Viewer.of(null), guide()));
    }

    private List<String> episodes(Account account) {
        return numbers(fixture.features.provisionalAccess().episodes(Viewer.of(account), guide()));
    }

    private List<Integer> seasons(Account account) {
        return fixture.features.provisionalAccess().seasons(Viewer.of(account), guide()).stream()
                .map(Season::number)
                .toList();
    }

    private static List<String> numbers(List<EpisodeSummary> episodes) {
        List<String> numbers = new ArrayList<>();
        episodes.forEach(episode -> numbers.add(episode.season() + "x" + episode.number()));
        return numbers;
    }
}
