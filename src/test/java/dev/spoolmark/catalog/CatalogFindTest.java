package dev.spoolmark.catalog;

import static dev.spoolmark.catalog.CatalogFixture.imdb;
import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.season;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static dev.spoolmark.catalog.CatalogFixture.tvdb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Resolution of references (`docs/spec/v1/conventions.md#items-in-a-body`,
/// `docs/spec/v1/conventions.md#items-in-a-path`).
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogFindTest {

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    Catalog catalog;

    @BeforeEach
    void fill() {
        fixture = new CatalogFixture(engine);
        catalog = fixture.catalog;
        fixture.has(
                movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)),
                movie("300", 2006, new Ids("tt0416449", null, 1271L, null, null)),
                movie("Amélie", 2001, new Ids("tt0211915", null, 194L, null, null)),
                show("The Walking Dead", 2010, new Ids("tt1520211", 153021L, null, null, null)),
                show("Battlestar Galactica", 1978, Ids.ofTvdb(71173)),
                show("Battlestar Galactica (2003)", 2003, Ids.ofTvdb(73545)));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void idsOfTheCatalogComeFirstThenExternalIdsThenTheSlug() {
        fixture.has(movie("Heat", 1995, imdb("tt0113277")));
        Movie heat = catalog.findMovie(movieRef("tt0113277")).orElseThrow();
        long id = heat.id().value();
        Ids ofBegins = Ids.ofTmdb(272);

        assertThat(found(new MovieRef(id, "amélie-2001", ofBegins, "300", 2006)))
                .isEqualTo("Heat");
        assertThat(found(new MovieRef(id + 1_000, "amélie-2001", ofBegins, "300", 2006)))
                .isEqualTo("Batman Begins");
        assertThat(found(new MovieRef(null, "HEAT-1995", Ids.ofTmdb(999_999), "300", 2006)))
                .isEqualTo("Heat");
        assertThat(found(new MovieRef(null, "no-such-movie", Ids.NONE, "300", 2006)))
                .isEqualTo("300");
        assertThat(title(new MovieRef(id + 1_000, "no-such-movie", Ids.NONE, null, null)))
                .isEmpty();
    }

    @Test
    void anEpisodeIsFoundByItsIdAloneAndASeasonByItsNumber() {
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73_739), season(1, 3)));
        EpisodeRef byNumber = CatalogFixture.episode(tvdb(73_739), 1, 2);
        long id = catalog.findEpisodeIds(List.of(byNumber))
                .values()
                .iterator()
                .next()
                .value();
        EpisodeRef byId = new EpisodeRef(ShowRef.NONE, -1, -1, id, Ids.NONE);
        SeasonRef first = new SeasonRef(tvdb(73_739), 1);
        SeasonRef unknown = new SeasonRef(tvdb(73_739), 99);

        assertThat(catalog.findEpisodeIds(List.of(byId))).isEqualTo(Map.of(byId, new MediaId.EpisodeId(id)));
        assertThat(catalog.findSeasonIds(List.of(first, unknown), catalog.findShowIds(List.of(first.show()))))
                .containsOnlyKeys(first);
    }

    @Test
    void anIdTakesPrecedenceOverTheTitle() {
        assertThat(found(new MovieRef(new Ids("tt0416449", null, 272L, null, null), "Amélie", 2001)))
                .isEqualTo("300");
        assertThat(found(new MovieRef(new Ids("tt9999999", null, 272L, null, null), "Batman Begins", 2005)))
                .isEqualTo("Batman Begins");
        assertThat(found(new MovieRef(new Ids("tt9999999", null, 272L, null, null), null, null)))
                .isEqualTo("Batman Begins");
        assertThat(title(new MovieRef(new Ids("tt9999999", null, 272L, null, null), "Amélie", 2001)))
                .isEmpty();
        assertThat(title(new MovieRef(new Ids("tt9999999", null, 999999L, null, null), "Amélie", 2001)))
                .isEmpty();
    }

    /// A request can reference thousands of shows, whose guides do not fit in memory together.
    @Test
    void theGuidesOfManyShowsAreReadInBatches() {
        List<EpisodeRef> refs = new ArrayList<>();
        for (long tvdb = 800_001; tvdb <= 800_450; tvdb++) {
            fixture.has(show("Show " + tvdb, 2001, Ids.ofTvdb(tvdb), CatalogFixture.season(1, 1)));
            refs.add(new EpisodeRef(new ShowRef(Ids.ofTvdb(tvdb), null, null), 1, 1, Ids.NONE));
        }
        CountingDatabase counting = new CountingDatabase(fixture.database);
        Catalog fresh = new Catalog(counting, fixture::now, new CatalogOptions(true));
        fresh.findShowIds(refs.stream().map(EpisodeRef::show).toList());
        int before = counting.reads();

        assertThat(fresh.findEpisodeIds(refs)).hasSize(450);
        assertThat(counting.reads() - before).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theTvdbIdOfAShowTakesPrecedenceOverItsImdbId() {
        assertThat(found(new ShowRef(new Ids("tt1520211", 71173L, null, null, null), null, null)))
                .isEqualTo("Battlestar Galactica");
        assertThat(found(new ShowRef(new Ids("tt1520211", 1L, null, null, null), null, null)))
                .isEqualTo("The Walking Dead");
    }

    @Test
    void titlesAreComparedWithoutCaseAccentsAndYear() {
        assertThat(found(movieRef("AMELIE (2001)", 2001))).isEqualTo("Amélie");
        assertThat(found(showRef("battlestar galactica", 2003))).isEqualTo("Battlestar Galactica (2003)");
        assertThat(catalog.findMovie(movieRef("Amélie", 2002))).isEmpty();
    }

    @Test
    void aTitleWithoutYearMatchesOnlyIfItIsUnique() {
        assertThat(found(showRef("The Walking Dead", null))).isEqualTo("The Walking Dead");
        assertThat(catalog.findShow(showRef("Battlestar Galactica", null))).isEmpty();
    }

    @Test
    void aConfirmedItemTakesPrecedenceOverAProvisionalOne() {
        catalog.findOrCreateMovies(List.of(new MovieRef(Ids.ofImdb("tt0000001"), "Heat", 1995)));
        fixture.has(movie("Heat", 1995, CatalogFixture.imdb("tt0113277")));

        assertThat(catalog.findMovie(movieRef("heat", 1995)).orElseThrow().ids().imdb())
                .isEqualTo("tt0113277");
    }

    @Test
    void aPathContainsAnIdOrASlug() {
        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt0372784")))
                .map(Movie::slug)
                .contains("batman-begins-2005");
        assertThat(catalog.findMovie(CatalogFixture.movieRef("272")))
                .map(Movie::slug)
                .contains("batman-begins-2005");
        assertThat(catalog.findMovie(CatalogFixture.movieRef("batman-begins-2005")))
                .map(Movie::title)
                .contains("Batman Begins");
        assertThat(catalog.findShow(CatalogFixture.showRef("153021")))
                .map(Show::slug)
                .contains("the-walking-dead");
        assertThat(catalog.findShow(CatalogFixture.showRef("tt1520211")))
                .map(Show::slug)
                .contains("the-walking-dead");
        assertThat(catalog.findShow(CatalogFixture.showRef("battlestar-galactica-2003")))
                .map(Show::year)
                .contains(2003);
    }

    @Test
    void digitsThatAreNoIdCanBeASlug() {
        fixture.has(show("24", 2001, Ids.ofTvdb(76290)));

        assertThat(catalog.findShow(CatalogFixture.showRef("24")))
                .map(Show::title)
                .contains("24");
        assertThat(catalog.findShow(CatalogFixture.showRef("99999999999999999999999")))
                .isEmpty();
    }

    @Test
    void everySlugFindsItsItem() {
        fixture.has(
                show("24", 2001, Ids.ofTvdb(76290)),
                show("Other", 1990, Ids.ofTvdb(24)),
                show("1923", null, Ids.ofTvdb(5)),
                show("tt7654321", null, Ids.ofTvdb(6)),
                show("Not That", 1991, imdb("tt7654321")),
                movie("300", null, imdb("tt1234567")),
                movie("Finding Somebody", 2004, CatalogFixture.tmdb(300)));

        for (String id : List.of("76290", "24", "5", "6", "tt7654321")) {
            Show show = catalog.findShow(CatalogFixture.showRef(id)).orElseThrow();
            assertThat(catalog.findShow(CatalogFixture.showRef(show.slug()))).contains(show);
        }
        for (String id : List.of("tt1234567", "300", "tt0416449")) {
            Movie movie = catalog.findMovie(CatalogFixture.movieRef(id)).orElseThrow();
            assertThat(catalog.findMovie(CatalogFixture.movieRef(movie.slug()))).contains(movie);
        }
    }

    @Test
    void slugsAndIdsAreCaseInsensitive() {
        assertThat(catalog.findMovie(CatalogFixture.movieRef("TT0372784")))
                .map(Movie::title)
                .contains("Batman Begins");
        assertThat(catalog.findMovie(CatalogFixture.movieRef("Batman-Begins-2005")))
                .map(Movie::title)
                .contains("Batman Begins");
        assertThat(catalog.findShow(CatalogFixture.showRef("The-Walking-DEAD")))
                .map(Show::title)
                .contains("The Walking Dead");
    }

    @Test
    void anEpisodeIsFoundByItsOwnIdFirst() {
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73739), season(1, numbered(1, 501), numbered(2, 502))));
        EpisodeRef byBoth = new EpisodeRef(tvdb(73739), 1, 1, Ids.ofTvdb(502));
        EpisodeRef byNumber = new EpisodeRef(tvdb(73739), 1, 1, Ids.ofTvdb(999));
        EpisodeRef ofAnotherShow = new EpisodeRef(tvdb(153021), 1, 1, Ids.ofTvdb(501));

        var found = catalog.findEpisodeIds(List.of(byBoth, byNumber, ofAnotherShow));

        ShowGuide lost = catalog.guide(
                catalog.findShow(CatalogFixture.showRef("lost")).orElseThrow().id());
        assertThat(found)
                .isEqualTo(Map.of(
                        byBoth, lost.episode(1, 2).orElseThrow().id(),
                        byNumber, lost.episode(1, 1).orElseThrow().id(),
                        ofAnotherShow, lost.episode(1, 1).orElseThrow().id()));
    }

    @Test
    void anAlternativeTitleMatchesIfNoItemHasItAsMainTitle() {
        fixture.has(called("Amelie", 2001, imdb("tt0211915"), "Le Fabuleux Destin"));

        assertThat(title(movieRef("le fabuleux destin", 2001))).contains("Amelie");
        assertThat(title(movieRef("Le Fabuleux Destin", null))).contains("Amelie");
        assertThat(title(movieRef("Le Fabuleux Destin", 2002))).isEmpty();
        assertThat(title(new MovieRef(Ids.ofImdb("tt9999999"), "Le Fabuleux Destin", 2001)))
                .isEmpty();
        fixture.has(movie("Le Fabuleux Destin", 2001, Ids.NONE));
        assertThat(title(movieRef("Le Fabuleux Destin", 2001))).contains("Le Fabuleux Destin");
    }

    @Test
    void anAlternativeTitleOfTwoItemsMatchesNeither() {
        fixture.has(
                called("Amelie", 2001, imdb("tt0211915"), "Destin"),
                called("Fate", 2001, imdb("tt0000001"), "Destin"),
                called("Chance", 2009, imdb("tt0000002"), "Destin"));

        assertThat(title(movieRef("Destin", 2001))).isEmpty();
        assertThat(title(movieRef("Destin", null))).isEmpty();
        assertThat(title(movieRef("Destin", 2009))).contains("Chance");
    }

    private Optional<String> title(MovieRef ref) {
        return catalog.findMovie(ref).map(Movie::title);
    }

    private static MovieItem called(String title, int year, Ids ids, String other) {
        return new MovieItem(
                ids, title, year, MovieFacts.NONE, List.of(), null, List.of(new AlternativeTitle(other, null, null)));
    }

    @Test
    void anUnknownShowHasNoGuide() {
        assertThatThrownBy(() -> catalog.guide(new ShowId(987_654))).isInstanceOf(ProblemException.class);
    }

    private String found(MovieRef ref) {
        return catalog.findMovie(ref).orElseThrow().title();
    }

    private String found(ShowRef ref) {
        return catalog.findShow(ref).orElseThrow().title();
    }

    private static EpisodeItem numbered(int number, long tvdb) {
        return new EpisodeItem(number, Ids.ofTvdb(tvdb), EpisodeFacts.NONE);
    }
}
