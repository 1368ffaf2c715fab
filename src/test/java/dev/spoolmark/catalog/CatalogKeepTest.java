package dev.spoolmark.catalog;

import static dev.spoolmark.catalog.CatalogFixture.ended;
import static dev.spoolmark.catalog.CatalogFixture.episode;
import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.season;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static dev.spoolmark.catalog.CatalogFixture.tvdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.db.Engine;
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

/// Creation of provisional items (`docs/domain.md#unknown-titles`).
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogKeepTest {

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
    void anUnknownMovieIsCreatedFromTheRequest() {
        catalog.findOrCreateMovies(List.of(new MovieRef(new Ids("tt0113277", null, 949L, null, null), "Heat", 1995)));

        Movie heat = catalog.findMovie(CatalogFixture.movieRef("heat-1995")).orElseThrow();
        assertThat(heat.provisional()).isTrue();
        assertThat(heat.title()).isEqualTo("Heat");
        assertThat(heat.ids()).isEqualTo(new Ids("tt0113277", null, 949L, null, null));
        assertThat(heat.updatedAt()).isEqualTo(CatalogFixture.START);
    }

    @Test
    void insufficientReferencesCreateNothing() {
        assertThat(catalog.findOrCreateMovies(List.of(movieRef("Heat", null)))).isEmpty();
        assertThat(catalog.findOrCreateShows(List.of(new ShowRef(Ids.NONE, null, 2004))))
                .isEmpty();
        assertThat(catalog.findOrCreateEpisodes(List.of(episode(showRef("Lost", 2004), -1, 1))))
                .isEmpty();
        assertThat(catalog.findShow(showRef("Lost", 2004))).isEmpty();
    }

    @Test
    void nothingIsCreatedIfProvisionalItemsAreDisabled() {
        try (CatalogFixture strict = new CatalogFixture(engine, false)) {
            assertThat(strict.catalog.findOrCreateMovies(List.of(movieRef("Heat", 1995))))
                    .isEmpty();
            assertThat(strict.catalog.findOrCreateEpisodes(List.of(episode(showRef("Lost", 2004), 1, 1))))
                    .isEmpty();
        }
    }

    @Test
    void equalReferencesCreateOneItem() {
        MovieRef byImdb = new MovieRef(Ids.ofImdb("tt0113277"), "Heat", 1995);
        MovieRef byTitle = movieRef("HEAT (1995)", 1995);

        assertThat(Set.copyOf(
                        catalog.findOrCreateMovies(List.of(byImdb, byTitle)).values()))
                .hasSize(1);
        assertThat(catalog.findOrCreateMovies(List.of(byTitle))).isEqualTo(catalog.findMovieIds(List.of(byTitle)));
    }

    @Test
    void repeatedReferencesWithoutYearCreateNothing() {
        fixture.has(
                show("Battlestar Galactica", 1978, Ids.ofTvdb(71173)),
                show("Battlestar Galactica", 2003, Ids.ofTvdb(73545)));
        ShowRef alone = showRef("Battlestar Galactica", null);

        assertThat(catalog.findOrCreateShows(List.of(alone))).isEqualTo(catalog.findOrCreateShows(List.of(alone)));
    }

    @Test
    void anItemCreatedFromAnIdGetsItsTitleLater() {
        catalog.findOrCreateMovies(List.of(new MovieRef(Ids.ofTmdb(272), null, null)));
        assertThat(catalog.findMovie(CatalogFixture.movieRef("272")))
                .map(Movie::title)
                .contains("TMDB 272");

        fixture.has(movie("Batman Begins", 2005, CatalogFixture.tmdb(272)));

        Movie known = catalog.findMovie(CatalogFixture.movieRef("tmdb-272")).orElseThrow();
        assertThat(known.slug()).isEqualTo("batman-begins-2005");
        assertThat(known.provisional()).isFalse();
    }

    @Test
    void anUnknownEpisodeCreatesItsShowAndSeason() {
        EpisodeRef ref = episode(showRef("Lost", null), 3, 7);

        EpisodeId id = catalog.findOrCreateEpisodes(List.of(ref)).get(ref);

        Show lost = catalog.findShow(CatalogFixture.showRef("lost")).orElseThrow();
        ShowGuide guide = catalog.guide(lost.id());
        assertThat(lost.provisional()).isTrue();
        assertThat(guide.seasons()).map(Season::number).containsExactly(3);
        assertThat(guide.episode(3, 7)).map(EpisodeSummary::id).contains(id);
        assertThat(catalog.findEpisodeIds(List.of(ref))).isEqualTo(Map.of(ref, id));
    }

    @Test
    void anEpisodeIsCreatedWithItsOwnId() {
        EpisodeRef named = new EpisodeRef(CatalogFixture.tvdb(153_021), 1, 1, Ids.ofTvdb(2_493_011));
        var stored = catalog.findOrCreateEpisodes(List.of(named)).get(named);

        EpisodeRef elsewhere = new EpisodeRef(CatalogFixture.tvdb(153_021), 9, 9, Ids.ofTvdb(2_493_011));
        assertThat(catalog.findEpisodeIds(List.of(elsewhere))).containsValue(stored);
        assertThat(catalog.findOrCreateEpisodes(List.of(elsewhere))).containsValue(stored);
    }

    @Test
    void aNewEpisodeIsInTheGuideAtOnce() {
        catalog.findOrCreateEpisodes(List.of(episode(tvdb(73739), 1, 1)));
        Show lost = catalog.findShow(CatalogFixture.showRef("73739")).orElseThrow();
        assertThat(catalog.guide(lost.id()).episodes()).hasSize(1);

        catalog.findOrCreateEpisodes(List.of(episode(tvdb(73739), 1, 2)));

        assertThat(catalog.guide(lost.id()).episodes()).hasSize(2);
    }

    @Test
    void otherNumberingsOfAKnownShowAreCreated() {
        fixture.has(ended("Lost", Ids.ofTvdb(73739), season(0, 2), season(1, 10), season(2, 10)));

        assertThat(accepted(1, 10, 1, 11, 2005, 3, 0, 400, 1, 9_999, 2_100, 1))
                .containsExactlyInAnyOrder("1x10", "1x11", "2005x3", "0x400", "1x9999", "2100x1");
    }

    @Test
    void onlyNumbersOutOfRangeAreRejected() {
        fixture.has(ended("Lost", Ids.ofTvdb(73739), season(1, 10)));

        assertThat(accepted(2_101, 1, 1, 10_000, -1, 1, 1, -1)).isEmpty();
    }

    @Test
    void theIdOfAnEpisodeTakesPrecedenceOverItsNumbers() {
        EpisodeItem third = new EpisodeItem(3, new Ids("tt0994359", 502L, 62_085L, null, null), EpisodeFacts.NONE);
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73739), season(1, third)));
        EpisodeId known = catalog.findEpisodeIds(List.of(episode(tvdb(73739), 1, 3)))
                .values()
                .iterator()
                .next();

        for (Ids own : List.of(Ids.ofTvdb(502), CatalogFixture.imdb("tt0994359"), CatalogFixture.tmdb(62_085))) {
            EpisodeRef elsewhere = new EpisodeRef(tvdb(73739), 2004, 9, own);
            assertThat(catalog.findOrCreateEpisodes(List.of(elsewhere))).containsEntry(elsewhere, known);
        }
    }

    @Test
    void aShowWithoutAnEpisodeListAcceptsAnyNumber() {
        fixture.has(ended("Lost", Ids.ofTvdb(73739)));

        assertThat(accepted(99, 99)).containsExactly("99x99");
    }

    @Test
    void concurrentRequestsForOneUnknownTitleCreateOneItem() {
        Set<Object> movies = IntStream.range(0, 16)
                .parallel()
                .mapToObj(n -> catalog.findOrCreateMovies(List.of(movieRef("Heat", 1995)))
                        .values())
                .collect(Collectors.toSet());
        Set<Object> episodes = IntStream.range(0, 16)
                .parallel()
                .mapToObj(n -> List.copyOf(catalog.findOrCreateEpisodes(List.of(episode(showRef("Lost", null), 1, 1)))
                        .values()))
                .collect(Collectors.toSet());

        assertThat(movies.stream().map(Object::toString).distinct()).hasSize(1);
        assertThat(episodes).hasSize(1);
        assertThat(count("movie")).isEqualTo(1);
        assertThat(count("show")).isEqualTo(1);
        assertThat(count("episode")).isEqualTo(1);
    }

    @Test
    void aFirstSyncIsStoredCompletely() {
        List<MovieRef> library = IntStream.rangeClosed(1, 1_201)
                .mapToObj(n -> movieRef("Film " + n, 2000))
                .toList();

        assertThat(catalog.findOrCreateMovies(library)).hasSize(1_201);
        assertThat(count("movie")).isEqualTo(1_201);
    }

    private Set<String> accepted(int... numbers) {
        List<EpisodeRef> refs = IntStream.range(0, numbers.length / 2)
                .mapToObj(n -> episode(tvdb(73739), numbers[2 * n], numbers[2 * n + 1]))
                .toList();
        return catalog.findOrCreateEpisodes(refs).keySet().stream()
                .map(ref -> ref.season() + "x" + ref.number())
                .collect(Collectors.toSet());
    }

    private long count(String table) {
        return fixture.database.read(tx -> tx.findFirst("SELECT count(*) FROM " + table, row -> row.getLong(1))
                .orElseThrow());
    }
}
