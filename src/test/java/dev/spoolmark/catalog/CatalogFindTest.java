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

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.MediaId.ShowId;
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

/// Which item is meant (`docs/spec/v1/conventions.md#items-in-a-body`,
/// `docs/spec/v1/conventions.md#items-in-a-path`).
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogFindTest {

    @Parameter
    Engine engine;

    CatalogFixture world;
    Catalog catalog;

    @BeforeEach
    void fill() {
        world = new CatalogFixture(engine);
        catalog = world.catalog;
        world.has(
                movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)),
                movie("300", 2006, new Ids("tt0416449", null, 1271L, null, null)),
                movie("Amélie", 2001, new Ids("tt0211915", null, 194L, null, null)),
                show("The Walking Dead", 2010, new Ids("tt1520211", 153021L, null, null, null)),
                show("Battlestar Galactica", 1978, Ids.ofTvdb(71173)),
                show("Battlestar Galactica (2003)", 2003, Ids.ofTvdb(73545)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anIdDecidesBeforeTheTitle() {
        assertThat(found(new MovieRef("tt0416449", 272L, "Amélie", 2001))).isEqualTo("300");
        assertThat(found(new MovieRef("tt9999999", 272L, "Batman Begins", 2005)))
                .isEqualTo("Batman Begins");
        assertThat(found(new MovieRef("tt9999999", 272L, null, null))).isEqualTo("Batman Begins");
        assertThat(title(new MovieRef("tt9999999", 272L, "Amélie", 2001))).isEmpty();
        assertThat(title(new MovieRef("tt9999999", 999999L, "Amélie", 2001))).isEmpty();
    }

    /// A body may name thousands of shows; the guides of all of them would not fit into memory.
    @Test
    void theGuidesOfManyShowsAreReadInPortions() {
        List<EpisodeRef> refs = new ArrayList<>();
        for (long tvdb = 800_001; tvdb <= 800_450; tvdb++) {
            world.has(show("Show " + tvdb, 2001, Ids.ofTvdb(tvdb), CatalogFixture.season(1, 1)));
            refs.add(new EpisodeRef(new ShowRef(tvdb, null, null, null), 1, 1, Ids.NONE));
        }
        CountingDatabase counting = new CountingDatabase(world.database);
        Catalog fresh = new Catalog(counting, world::now, new CatalogRules(true));
        fresh.findShowIds(refs.stream().map(EpisodeRef::show).toList());
        int before = counting.reads();

        assertThat(fresh.findEpisodeIds(refs)).hasSize(450);
        assertThat(counting.reads() - before).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theTvdbIdOfAShowDecidesBeforeItsImdbId() {
        assertThat(found(new ShowRef(71173L, "tt1520211", null, null))).isEqualTo("Battlestar Galactica");
        assertThat(found(new ShowRef(1L, "tt1520211", null, null))).isEqualTo("The Walking Dead");
    }

    @Test
    void titlesAreComparedWithoutCaseAccentsAndYear() {
        assertThat(found(movieRef("AMELIE (2001)", 2001))).isEqualTo("Amélie");
        assertThat(found(showRef("battlestar galactica", 2003))).isEqualTo("Battlestar Galactica (2003)");
        assertThat(catalog.findMovie(movieRef("Amélie", 2002))).isEmpty();
    }

    @Test
    void aTitleAloneMatchesOnlyASingleOne() {
        assertThat(found(showRef("The Walking Dead", null))).isEqualTo("The Walking Dead");
        assertThat(catalog.findShow(showRef("Battlestar Galactica", null))).isEmpty();
    }

    @Test
    void theConfirmedOneIsMeantBeforeAProvisionalOne() {
        catalog.findOrCreateMovies(List.of(new MovieRef("tt0000001", null, "Heat", 1995)));
        world.has(movie("Heat", 1995, CatalogFixture.imdb("tt0113277")));

        assertThat(catalog.findMovie(movieRef("heat", 1995)).orElseThrow().ids().imdb())
                .isEqualTo("tt0113277");
    }

    @Test
    void aPathMayHoldAnIdOrASlug() {
        assertThat(catalog.findMovie("tt0372784")).map(Movie::slug).contains("batman-begins-2005");
        assertThat(catalog.findMovie("272")).map(Movie::slug).contains("batman-begins-2005");
        assertThat(catalog.findMovie("batman-begins-2005")).map(Movie::title).contains("Batman Begins");
        assertThat(catalog.findShow("153021")).map(Show::slug).contains("the-walking-dead");
        assertThat(catalog.findShow("tt1520211")).map(Show::slug).contains("the-walking-dead");
        assertThat(catalog.findShow("battlestar-galactica-2003"))
                .map(Show::year)
                .contains(2003);
    }

    @Test
    void digitsThatAreNobodysIdMayBeASlug() {
        world.has(show("24", 2001, Ids.ofTvdb(76290)));

        assertThat(catalog.findShow("24")).map(Show::title).contains("24");
        assertThat(catalog.findShow("99999999999999999999999")).isEmpty();
    }

    @Test
    void whatIsHandedOutAsAnAddressLeadsBackToTheSame() {
        world.has(
                show("24", 2001, Ids.ofTvdb(76290)),
                show("Other", 1990, Ids.ofTvdb(24)),
                show("1923", null, Ids.ofTvdb(5)),
                show("tt7654321", null, Ids.ofTvdb(6)),
                show("Not That", 1991, imdb("tt7654321")),
                movie("300", null, imdb("tt1234567")),
                movie("Finding Somebody", 2004, CatalogFixture.tmdb(300)));

        for (String id : List.of("76290", "24", "5", "6", "tt7654321")) {
            Show show = catalog.findShow(id).orElseThrow();
            assertThat(catalog.findShow(show.slug())).contains(show);
        }
        for (String id : List.of("tt1234567", "300", "tt0416449")) {
            Movie movie = catalog.findMovie(id).orElseThrow();
            assertThat(catalog.findMovie(movie.slug())).contains(movie);
        }
    }

    @Test
    void anAddressIsReadInAnyCase() {
        assertThat(catalog.findMovie("TT0372784")).map(Movie::title).contains("Batman Begins");
        assertThat(catalog.findMovie("Batman-Begins-2005")).map(Movie::title).contains("Batman Begins");
        assertThat(catalog.findShow("The-Walking-DEAD")).map(Show::title).contains("The Walking Dead");
    }

    @Test
    void anEpisodeIsFoundByItsOwnIdFirst() {
        world.has(show("Lost", 2004, Ids.ofTvdb(73739), season(1, numbered(1, 501), numbered(2, 502))));
        EpisodeRef byBoth = new EpisodeRef(tvdb(73739), 1, 1, Ids.ofTvdb(502));
        EpisodeRef byNumber = new EpisodeRef(tvdb(73739), 1, 1, Ids.ofTvdb(999));
        EpisodeRef ofAnotherShow = new EpisodeRef(tvdb(153021), 1, 1, Ids.ofTvdb(501));

        var found = catalog.findEpisodeIds(List.of(byBoth, byNumber, ofAnotherShow));

        ShowGuide lost = catalog.guide(catalog.findShow("lost").orElseThrow().id());
        assertThat(found)
                .isEqualTo(Map.of(
                        byBoth, lost.episode(1, 2).orElseThrow().id(),
                        byNumber, lost.episode(1, 1).orElseThrow().id(),
                        ofAnotherShow, lost.episode(1, 1).orElseThrow().id()));
    }

    @Test
    void aTitleElsewhereIsUnderstoodWhereNobodyHasItAsTheirOwn() {
        world.has(called("Amelie", 2001, imdb("tt0211915"), "Le Fabuleux Destin"));

        assertThat(title(movieRef("le fabuleux destin", 2001))).contains("Amelie");
        assertThat(title(movieRef("Le Fabuleux Destin", null))).contains("Amelie");
        assertThat(title(movieRef("Le Fabuleux Destin", 2002))).isEmpty();
        assertThat(title(new MovieRef("tt9999999", null, "Le Fabuleux Destin", 2001)))
                .isEmpty();
        world.has(movie("Le Fabuleux Destin", 2001, Ids.NONE));
        assertThat(title(movieRef("Le Fabuleux Destin", 2001))).contains("Le Fabuleux Destin");
    }

    @Test
    void aTitleThatTwoHaveElsewhereIsNobodys() {
        world.has(
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
    void aShowThatIsNotThereHasNoGuide() {
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
