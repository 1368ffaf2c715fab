package dev.spoolmark.catalog.ingest;

import static dev.spoolmark.catalog.CatalogFixture.START;
import static dev.spoolmark.catalog.CatalogFixture.actor;
import static dev.spoolmark.catalog.CatalogFixture.episode;
import static dev.spoolmark.catalog.CatalogFixture.imdb;
import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.season;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static dev.spoolmark.catalog.CatalogFixture.tmdb;
import static dev.spoolmark.catalog.CatalogFixture.tvdb;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.ADDED;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.REJECTED;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.UNCHANGED;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeList;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Engine;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Import of items into the catalog.
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogImportTest {

    private static final MovieItem BATMAN = new MovieItem(
            new Ids("tt0372784", null, 272L, null, null),
            "Batman Begins",
            2005,
            new MovieFacts(
                    LocalDate.of(2005, 6, 15),
                    140,
                    "Evil fears the knight.",
                    "A young heir returns.",
                    "http://example.org/trailer",
                    "PG-13",
                    new Images("http://example.org/poster.jpg", "http://example.org/fanart.jpg", null),
                    List.of("Drama", "Action", "Crime")),
            List.of(actor("Christian Bale", "Bruce Wayne"), actor("Michael Caine", "Alfred")),
            null);

    private static final Broadcast AMC =
            new Broadcast("AMC", "United States", ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, LocalTime.of(21, 0));

    private static final ShowItem DEAD = walkingDead(new SeasonItem(
            1,
            Ids.ofTvdb(70001),
            "http://example.org/season.jpg",
            List.of(
                    new EpisodeItem(1, Ids.ofTvdb(2493011), dated(LocalDate.of(2010, 10, 31), null)),
                    new EpisodeItem(2, Ids.NONE, dated(null, Instant.parse("2010-11-08T02:00:00Z"))))));

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    Catalog catalog;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
        catalog = fixture.catalog;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aMovieIsStoredWithAllFacts() {
        fixture.has(BATMAN);

        Movie movie =
                catalog.findMovie(CatalogFixture.movieRef("batman-begins-2005")).orElseThrow();
        assertThat(movie.facts()).isEqualTo(BATMAN.facts());
        assertThat(movie.ids()).isEqualTo(BATMAN.ids());
        assertThat(catalog.credits(movie.id()))
                .map(credit -> credit.person().slug() + " " + credit.job() + " " + credit.character())
                .containsExactly("christian-bale Actor Bruce Wayne", "michael-caine Actor Alfred");
        assertThat(catalog.genres(Kind.MOVIE)).containsExactly("Action", "Crime", "Drama");
    }

    @Test
    void aShowIsStoredWithSeasonsAndEpisodes() {
        fixture.has(DEAD);

        Show show = catalog.findShow(CatalogFixture.showRef("the-walking-dead")).orElseThrow();
        ShowGuide guide = catalog.guide(show.id());
        assertThat(show.facts()).isEqualTo(DEAD.facts());
        assertThat(guide.show()).isEqualTo(show);
        assertThat(guide.season(1)).map(Season::poster).contains("http://example.org/season.jpg");
        assertThat(guide.season(1)).map(Season::ids).contains(Ids.ofTvdb(70001));
        assertThat(guide.episodeByTvdb(2493011)).isEqualTo(guide.episode(1, 1));
        Season first = guide.seasons().getFirst();
        assertThat(catalog.seasons(List.of(first.id()))).isEqualTo(Map.of(first.id(), first));
    }

    @Test
    void dateAndInstantAreDerivedFromEachOther() {
        fixture.has(DEAD);

        ShowGuide guide = catalog.guide(
                catalog.findShow(CatalogFixture.showRef("153021")).orElseThrow().id());
        assertThat(guide.episode(1, 1).orElseThrow().airsAt()).isEqualTo(Instant.parse("2010-11-01T01:00:00Z"));
        assertThat(guide.episode(1, 2).orElseThrow().airDate()).isEqualTo(LocalDate.of(2010, 11, 7));
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(fixture.has(BATMAN, DEAD)).containsExactly(ADDED, ADDED);
        fixture.hoursPass(1);

        assertThat(fixture.has(BATMAN, DEAD)).containsExactly(UNCHANGED, UNCHANGED);
        assertThat(catalog.findMovie(CatalogFixture.movieRef("272"))
                        .orElseThrow()
                        .updatedAt())
                .isEqualTo(START);
        assertThat(catalog.findShow(CatalogFixture.showRef("153021"))
                        .orElseThrow()
                        .updatedAt())
                .isEqualTo(START);
    }

    @Test
    void twoMoviesOfOneTitleAndYearStaySeparate() {
        MovieItem one = movie("Hamlet", 2000, imdb("tt0171359"));
        MovieItem other = movie("Hamlet", 2000, imdb("tt0246645"));

        assertThat(fixture.has(one, other)).containsExactly(ADDED, ADDED);
        assertThat(fixture.has(one, other)).containsExactly(UNCHANGED, UNCHANGED);
        assertThat(catalog.findMovie(CatalogFixture.movieRef("hamlet-2000-2"))
                        .orElseThrow()
                        .ids())
                .isEqualTo(other.ids());
    }

    @Test
    void newerFactsReplaceAndAbsentFactsRemoveNothing() {
        fixture.has(BATMAN);
        fixture.hoursPass(1);

        assertThat(fixture.has(movie("Batman Begins!", null, tmdb(272)))).containsExactly(UPDATED);

        Movie movie = catalog.findMovie(CatalogFixture.movieRef("272")).orElseThrow();
        assertThat(movie.title()).isEqualTo("Batman Begins!");
        assertThat(movie.year()).isEqualTo(2005);
        assertThat(movie.slug()).isEqualTo("batman-begins-2005");
        assertThat(movie.facts()).isEqualTo(BATMAN.facts());
        assertThat(movie.updatedAt()).isEqualTo(START.plusSeconds(3_600));
        assertThat(catalog.credits(movie.id())).hasSize(2);
    }

    @Test
    void aNewEpisodeUpdatesItsShow() {
        fixture.has(DEAD);
        fixture.hoursPass(1);

        assertThat(fixture.has(new EpisodeList(Ids.ofTvdb(153021), List.of(season(2, 1)))))
                .containsExactly(UPDATED);

        Show show = catalog.findShow(CatalogFixture.showRef("153021")).orElseThrow();
        assertThat(show.updatedAt()).isEqualTo(START.plusSeconds(3_600));
        assertThat(catalog.guide(show.id()).episodes()).hasSize(3);
        assertThat(catalog.guide(show.id()).seasons()).map(Season::number).containsExactly(1, 2);
    }

    @Test
    void onlyTheChangedEpisodeIsUpdated() {
        fixture.has(DEAD);
        fixture.hoursPass(1);
        EpisodeFacts named = new EpisodeFacts("Guts", null, null, null, null, null);
        fixture.has(walkingDead(season(1, new EpisodeItem(2, Ids.NONE, named))));

        ShowGuide guide = catalog.guide(
                catalog.findShow(CatalogFixture.showRef("153021")).orElseThrow().id());
        EpisodeId first = guide.episode(1, 1).orElseThrow().id();
        EpisodeId second = guide.episode(1, 2).orElseThrow().id();
        var episodes = catalog.episodes(List.of(first, second));
        assertThat(episodes.get(first)).extracting(Episode::updatedAt).isEqualTo(START);
        assertThat(episodes.get(second)).extracting(Episode::updatedAt).isEqualTo(START.plusSeconds(3_600));
        assertThat(guide.episode(1, 2).orElseThrow().airDate()).isEqualTo(LocalDate.of(2010, 11, 7));
    }

    @Test
    void provisionalItemsAreConfirmed() {
        catalog.findOrCreateMovies(List.of(movieRef("Batman Begins", 2005)));
        EpisodeRef ref = episode(showRef("The Walking Dead", null), 1, 2);
        EpisodeId stored = catalog.findOrCreateEpisodes(List.of(ref)).get(ref);

        assertThat(fixture.has(BATMAN, DEAD)).containsExactly(UPDATED, UPDATED);

        assertThat(catalog.findMovie(CatalogFixture.movieRef("272"))
                        .orElseThrow()
                        .provisional())
                .isFalse();
        assertThat(catalog.findEpisodeIds(List.of(episode(tvdb(153021), 1, 2))).values())
                .containsExactly(stored);
        assertThat(catalog.episodes(List.of(stored)).values())
                .map(Episode::provisional)
                .containsExactly(false);
    }

    @Test
    void anIdOfAnotherItemIsNotTakenOver() {
        fixture.has(BATMAN, movie("Heat", 1995, imdb("tt0113277")));

        ImportResult result = fixture.importAll(movie("Heat", 1995, new Ids("tt0113277", null, 272L, null, null)))
                .getFirst();

        assertThat(result)
                .isEqualTo(
                        new ImportResult(
                                UNCHANGED,
                                List.of(
                                        "tmdb 272 belongs to the movie Batman Begins (2005) and stays there; Heat is kept without it")));
        assertThat(catalog.findMovie(CatalogFixture.movieRef("272")))
                .map(Movie::title)
                .contains("Batman Begins");
    }

    @Test
    void aFileCanCorrectAnId() {
        fixture.has(movie("Heat", 1995, new Ids("tt0113277", null, 1L, null, null)));

        fixture.has(movie("Heat", 1995, new Ids("tt0113277", null, 949L, null, null)));

        assertThat(catalog.findMovie(CatalogFixture.movieRef("949")))
                .map(Movie::title)
                .contains("Heat");
        assertThat(catalog.findMovie(CatalogFixture.movieRef("1")))
                .map(Movie::title)
                .contains("Heat");
    }

    @Test
    void twoLinesAboutOneItemAreAppliedInOrder() {
        assertThat(fixture.has(movie("Heat", 1995, imdb("tt0113277")), movie("Heat", 1995, tmdb(949)), BATMAN))
                .containsExactly(ADDED, UPDATED, ADDED);
        assertThat(catalog.findMovie(CatalogFixture.movieRef("949"))
                        .orElseThrow()
                        .ids())
                .isEqualTo(new Ids("tt0113277", null, 949L, null, null));
    }

    @Test
    void anUnknownItemWithoutTitleIsRejected() {
        EpisodeList unknown = new EpisodeList(Ids.ofTvmaze(82), List.of(season(1, 3)));

        assertThat(fixture.importAll(unknown))
                .containsExactly(new ImportResult(
                        REJECTED, List.of("the show is not in the catalog, and a new one needs a title")));
    }

    @Test
    void theUpdateTimeOfTheSourceIsUsedIfItIsLater() {
        Instant source = Instant.parse("2013-03-22T01:35:23Z");
        MovieItem stamped = new MovieItem(imdb("tt0113277"), "Heat", 1995, MovieFacts.NONE, List.of(), source);
        fixture.has(stamped);
        assertThat(catalog.findMovie(CatalogFixture.movieRef("heat-1995"))
                        .orElseThrow()
                        .updatedAt())
                .isEqualTo(source);

        fixture.has(new MovieItem(imdb("tt0113277"), "HEAT", 1995, MovieFacts.NONE, List.of(), source));

        assertThat(catalog.findMovie(CatalogFixture.movieRef("heat-1995"))
                        .orElseThrow()
                        .updatedAt())
                .isEqualTo(START);
    }

    @Test
    void creditsShareOnePerson() {
        fixture.has(BATMAN);
        PersonFacts facts = new PersonFacts("An actor.", LocalDate.of(1974, 1, 30), "Haverfordwest", null);

        assertThat(fixture.has(new PersonItem(tmdb(3894), "Christian Bale", facts)))
                .containsExactly(UPDATED);

        Movie movie = catalog.findMovie(CatalogFixture.movieRef("272")).orElseThrow();
        assertThat(catalog.credits(movie.id()).getFirst().person().facts()).isEqualTo(facts);
    }

    @Test
    void anEpisodeKeepsItsNumberIfAnIdMoves() {
        fixture.has(DEAD);

        ImportResult result = fixture.importAll(
                        walkingDead(season(1, new EpisodeItem(2, Ids.ofTvdb(2493011), EpisodeFacts.NONE))))
                .getFirst();

        assertThat(result.warnings())
                .containsExactly(
                        "tvdb 2493011 belongs to the episode The Walking Dead 1x01 and stays there; The Walking Dead 1x02 is kept without it");
    }

    private static ShowItem walkingDead(SeasonItem... seasons) {
        ShowFacts facts = new ShowFacts(
                LocalDate.of(2010, 10, 31),
                ShowFacts.Status.CONTINUING,
                AMC,
                60,
                "TV-MA",
                "Survivors look for a safe place.",
                new Images("http://example.org/p.jpg", null, "http://example.org/b.jpg"),
                List.of("Drama", "Horror"));
        return new ShowItem(
                new Ids("tt1520211", 153021L, 1402L, 25056L, 73L),
                "The Walking Dead",
                2010,
                facts,
                List.of(),
                List.of(seasons),
                null);
    }

    private static EpisodeFacts dated(@Nullable LocalDate date, @Nullable Instant instant) {
        return new EpisodeFacts(null, null, date, instant, null, null);
    }
}
