package dev.spoolmark.catalog;

import static dev.spoolmark.catalog.CatalogWorld.ended;
import static dev.spoolmark.catalog.CatalogWorld.episode;
import static dev.spoolmark.catalog.CatalogWorld.movie;
import static dev.spoolmark.catalog.CatalogWorld.movieRef;
import static dev.spoolmark.catalog.CatalogWorld.season;
import static dev.spoolmark.catalog.CatalogWorld.show;
import static dev.spoolmark.catalog.CatalogWorld.showRef;
import static dev.spoolmark.catalog.CatalogWorld.tvdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.store.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of titles that nobody knows (`domain.md`, `decisions.md` 2).
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogKeepTest {

    @Parameter
    Engine engine;

    CatalogWorld world;
    Catalog catalog;

    @BeforeEach
    void open() {
        world = new CatalogWorld(engine);
        catalog = world.catalog;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anUnknownMovieIsKeptFromWhatWasSent() {
        catalog.keepMovies(List.of(new MovieRef("tt0113277", 949L, "Heat", 1995)));

        Movie heat = catalog.findMovie("heat-1995").orElseThrow();
        assertThat(heat.provisional()).isTrue();
        assertThat(heat.title()).isEqualTo("Heat");
        assertThat(heat.ids()).isEqualTo(new Ids("tt0113277", null, 949L, null, null));
        assertThat(heat.updatedAt()).isEqualTo(CatalogWorld.START);
    }

    @Test
    void whatSaysTooLittleIsNotKept() {
        assertThat(catalog.keepMovies(List.of(movieRef("Heat", null)))).isEmpty();
        assertThat(catalog.keepShows(List.of(new ShowRef(null, null, null, 2004))))
                .isEmpty();
        assertThat(catalog.keepEpisodes(List.of(episode(showRef("Lost", 2004), -1, 1))))
                .isEmpty();
        assertThat(catalog.findShow(showRef("Lost", 2004))).isEmpty();
    }

    @Test
    void nothingIsKeptWhereTheOperatorDoesNotWantIt() {
        try (CatalogWorld strict = new CatalogWorld(engine, false)) {
            assertThat(strict.catalog.keepMovies(List.of(movieRef("Heat", 1995))))
                    .isEmpty();
            assertThat(strict.catalog.keepEpisodes(List.of(episode(showRef("Lost", 2004), 1, 1))))
                    .isEmpty();
        }
    }

    @Test
    void theSameThingTwiceIsOneItem() {
        MovieRef byImdb = new MovieRef("tt0113277", null, "Heat", 1995);
        MovieRef byTitle = movieRef("HEAT (1995)", 1995);

        assertThat(Set.copyOf(catalog.keepMovies(List.of(byImdb, byTitle)).values()))
                .hasSize(1);
        assertThat(catalog.keepMovies(List.of(byTitle))).isEqualTo(catalog.findMovieIds(List.of(byTitle)));
    }

    @Test
    void aClientThatNeverSendsYearsAddsNothingAgain() {
        world.has(
                show("Battlestar Galactica", 1978, Ids.ofTvdb(71173)),
                show("Battlestar Galactica", 2003, Ids.ofTvdb(73545)));
        ShowRef alone = showRef("Battlestar Galactica", null);

        assertThat(catalog.keepShows(List.of(alone))).isEqualTo(catalog.keepShows(List.of(alone)));
    }

    @Test
    void anItemNamedByAnIdAloneGetsItsTitleLater() {
        catalog.keepMovies(List.of(new MovieRef(null, 272L, null, null)));
        assertThat(catalog.findMovie("272")).map(Movie::title).contains("TMDB 272");

        world.has(movie("Batman Begins", 2005, CatalogWorld.tmdb(272)));

        Movie known = catalog.findMovie("tmdb-272").orElseThrow();
        assertThat(known.slug()).isEqualTo("batman-begins-2005");
        assertThat(known.provisional()).isFalse();
    }

    @Test
    void anUnknownEpisodeBringsItsShowAndSeason() {
        EpisodeRef ref = episode(showRef("Lost", null), 3, 7);

        EpisodeId id = catalog.keepEpisodes(List.of(ref)).get(ref);

        Show lost = catalog.findShow("lost").orElseThrow();
        ShowGuide guide = catalog.guide(lost.id());
        assertThat(lost.provisional()).isTrue();
        assertThat(guide.seasons()).map(Season::number).containsExactly(3);
        assertThat(guide.episode(3, 7)).map(EpisodeHead::id).contains(id);
        assertThat(catalog.findEpisodeIds(List.of(ref))).isEqualTo(Map.of(ref, id));
    }

    @Test
    void anEpisodeWithAnIdOfItsOwnIsKeptWithThat() {
        EpisodeRef named = new EpisodeRef(CatalogWorld.tvdb(153_021), 1, 1, Ids.ofTvdb(2_493_011));
        var kept = catalog.keepEpisodes(List.of(named)).get(named);

        EpisodeRef elsewhere = new EpisodeRef(CatalogWorld.tvdb(153_021), 9, 9, Ids.ofTvdb(2_493_011));
        assertThat(catalog.findEpisodeIds(List.of(elsewhere))).containsValue(kept);
        assertThat(catalog.keepEpisodes(List.of(elsewhere))).containsValue(kept);
    }

    @Test
    void aNewEpisodeIsInTheGuideAtOnce() {
        catalog.keepEpisodes(List.of(episode(tvdb(73739), 1, 1)));
        Show lost = catalog.findShow("73739").orElseThrow();
        assertThat(catalog.guide(lost.id()).episodes()).hasSize(1);

        catalog.keepEpisodes(List.of(episode(tvdb(73739), 1, 2)));

        assertThat(catalog.guide(lost.id()).episodes()).hasSize(2);
    }

    @Test
    void otherNumberingsOfAKnownShowAreKept() {
        world.has(ended("Lost", Ids.ofTvdb(73739), season(0, 2), season(1, 10), season(2, 10)));

        assertThat(accepted(1, 10, 1, 11, 2005, 3, 0, 400, 1, 9_999, 2_100, 1))
                .containsExactlyInAnyOrder("1x10", "1x11", "2005x3", "0x400", "1x9999", "2100x1");
    }

    @Test
    void onlyNumbersThatNoShowCanHaveAreRefused() {
        world.has(ended("Lost", Ids.ofTvdb(73739), season(1, 10)));

        assertThat(accepted(2_101, 1, 1, 10_000, -1, 1, 1, -1)).isEmpty();
    }

    @Test
    void anIdOfTheEpisodeDecidesBeforeItsNumbers() {
        EpisodeItem third = new EpisodeItem(3, new Ids("tt0994359", 502L, 62_085L, null, null), EpisodeFacts.NONE);
        world.has(show("Lost", 2004, Ids.ofTvdb(73739), season(1, third)));
        EpisodeId known = catalog.findEpisodeIds(List.of(episode(tvdb(73739), 1, 3)))
                .values()
                .iterator()
                .next();

        for (Ids own : List.of(Ids.ofTvdb(502), CatalogWorld.imdb("tt0994359"), CatalogWorld.tmdb(62_085))) {
            EpisodeRef elsewhere = new EpisodeRef(tvdb(73739), 2004, 9, own);
            assertThat(catalog.keepEpisodes(List.of(elsewhere))).containsEntry(elsewhere, known);
        }
    }

    @Test
    void aShowWithoutAKnownListTakesAnyNumber() {
        world.has(ended("Lost", Ids.ofTvdb(73739)));

        assertThat(accepted(99, 99)).containsExactly("99x99");
    }

    @Test
    void twoWhoNameTheSameUnknownTitleMakeOneItem() {
        Set<Object> movies = IntStream.range(0, 16)
                .parallel()
                .mapToObj(
                        n -> catalog.keepMovies(List.of(movieRef("Heat", 1995))).values())
                .collect(Collectors.toSet());
        Set<Object> episodes = IntStream.range(0, 16)
                .parallel()
                .mapToObj(n -> List.copyOf(catalog.keepEpisodes(List.of(episode(showRef("Lost", null), 1, 1)))
                        .values()))
                .collect(Collectors.toSet());

        assertThat(movies.stream().map(Object::toString).distinct()).hasSize(1);
        assertThat(episodes).hasSize(1);
        assertThat(count("movie")).isEqualTo(1);
        assertThat(count("show")).isEqualTo(1);
        assertThat(count("episode")).isEqualTo(1);
    }

    @Test
    void aFirstSyncArrivesWhole() {
        List<MovieRef> library = IntStream.rangeClosed(1, 1_201)
                .mapToObj(n -> movieRef("Film " + n, 2000))
                .toList();

        assertThat(catalog.keepMovies(library)).hasSize(1_201);
        assertThat(count("movie")).isEqualTo(1_201);
    }

    private Set<String> accepted(int... numbers) {
        List<EpisodeRef> refs = IntStream.range(0, numbers.length / 2)
                .mapToObj(n -> episode(tvdb(73739), numbers[2 * n], numbers[2 * n + 1]))
                .toList();
        return catalog.keepEpisodes(refs).keySet().stream()
                .map(ref -> ref.season() + "x" + ref.number())
                .collect(Collectors.toSet());
    }

    private long count(String table) {
        return world.database.read(tx ->
                tx.first("SELECT count(*) FROM " + table, row -> row.number(1)).orElseThrow());
    }
}
