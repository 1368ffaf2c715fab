package dev.spoolmark.catalog.ingest;

import static dev.spoolmark.catalog.CatalogFixture.imdb;
import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.ADDED;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.UNCHANGED;
import static dev.spoolmark.catalog.ingest.ImportResult.Result.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Credit;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Engine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Import of a dataset of millions of titles: new titles are added, and only gaps of known ones are filled.
@ParameterizedClass
@EnumSource(Engine.class)
class DatasetImportTest {

    private static final MovieItem LAMP = lamp("The Lamp", 1961, 93, "Drama");
    private static final ShowItem HARBOUR = harbour(
            season(1, sourceEpisode(1, "tt0000103", "Low Tide"), sourceEpisode(2, "tt0000104", null)),
            season(2, sourceEpisode(1, "tt0000105", "Fog")));

    @Parameter
    private Engine engine;

    private CatalogFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void newItemsAreAddedWithAllFacts() {
        assertThat(importItems(LAMP, HARBOUR)).containsExactly(ADDED, ADDED);

        Movie lamp = storedLamp();
        assertThat(lamp.slug()).isEqualTo("the-lamp-1961");
        assertThat(lamp.provisional()).isFalse();
        assertThat(lamp.facts()).isEqualTo(LAMP.facts());
        assertThat(episodes("Harbour", 1999)).containsExactly("S1E1 Low Tide", "S1E2 null", "S2E1 Fog");
    }

    @Test
    void theResultEqualsThatOfTheGeneralImport() {
        importItems(LAMP, HARBOUR);

        assertThat(fixture.has(LAMP, HARBOUR)).containsExactly(UNCHANGED, UNCHANGED);
    }

    @Test
    void theSameAgainChangesNothing() {
        importItems(LAMP, HARBOUR);
        long revision = fixture.count("SELECT value FROM catalog_revision WHERE id = 1");

        assertThat(importItems(LAMP, HARBOUR)).containsExactly(UNCHANGED, UNCHANGED);
        assertThat(fixture.count("SELECT value FROM catalog_revision WHERE id = 1"))
                .isEqualTo(revision);
    }

    @Test
    void popularityIsStoredAndSmallChangesAreIgnored() {
        importItems(LAMP, HARBOUR);
        String imdb = LAMP.ids().externalIds(Kind.MOVIE).getFirst().value();

        applyPopularity(new ExternalPopularity(Kind.MOVIE, imdb, 100), new ExternalPopularity(Kind.SHOW, imdb, 7));
        assertThat(votes()).isEqualTo(100);
        long revision = passes();
        applyPopularity(new ExternalPopularity(Kind.MOVIE, imdb, 110));
        assertThat(votes()).isEqualTo(100);
        assertThat(passes()).as("nothing was written").isEqualTo(revision);
        applyPopularity(new ExternalPopularity(Kind.MOVIE, imdb, 111));
        assertThat(votes()).isEqualTo(111);
        assertThat(fixture.count("SELECT revision FROM movie"))
                .as("the search reads it anew")
                .isEqualTo(passes());
    }

    private void applyPopularity(ExternalPopularity... values) {
        new DatasetImport(fixture.database, fixture::now, fixture.catalog).savePopularity(List.of(values));
    }

    private long votes() {
        return fixture.count("SELECT sum(votes) FROM external_popularity");
    }

    private long passes() {
        return fixture.count("SELECT value FROM catalog_revision WHERE id = 1");
    }

    @Test
    void itemsOfOneTitleGetDifferentSlugs() {
        MovieItem other = movie("The Lamp", 1961, imdb("tt0000109"));

        assertThat(importItems(LAMP, other)).containsExactly(ADDED, ADDED);
        assertThat(fixture.catalog
                        .findMovie(CatalogFixture.movieRef("the-lamp-1961-2"))
                        .orElseThrow()
                        .ids()
                        .imdb())
                .isEqualTo("tt0000109");
    }

    @Test
    void theSameTitleTwiceInABatchIsOneItem() {
        assertThat(importItems(LAMP, lamp("The Lamp", 1961, 93, "Drama"))).containsExactly(ADDED, UNCHANGED);
        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(1);
    }

    @Test
    void knownFactsStayAndGapsAreFilled() {
        MovieFacts better =
                new MovieFacts(null, 95, null, "A lamp goes out.", null, null, Images.NONE, List.of("Film Noir"));
        fixture.has(new MovieItem(imdb("tt0000101"), "The Lamp (restored)", null, better, List.of(), null));

        assertThat(importItems(LAMP)).containsExactly(UPDATED);
        Movie lamp = storedLamp();
        assertThat(lamp.title()).isEqualTo("The Lamp (restored)");
        assertThat(lamp.year()).isEqualTo(1961);
        assertThat(lamp.facts()).isEqualTo(better);
        assertThat(importItems(LAMP)).containsExactly(UNCHANGED);
    }

    @Test
    void aProvisionalItemIsConfirmed() {
        fixture.catalog.findOrCreateMovies(List.of(movieRef("the lamp", 1961)));

        assertThat(importItems(LAMP)).containsExactly(UPDATED);
        assertThat(storedLamp().provisional()).isFalse();
        assertThat(storedLamp().title()).isEqualTo("The Lamp");
        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(1);
    }

    @Test
    void anItemCreatedByAClientMeanwhileIsNotDuplicated() {
        DatasetImport load = new DatasetImport(fixture.database, () -> CatalogFixture.START, fixture.catalog);
        load.apply(List.of(HARBOUR));
        fixture.catalog.findOrCreateMovies(List.of(movieRef("The Lamp", 1961)));
        fixture.catalog.findOrCreateMovies(List.of(new MovieRef(Ids.ofImdb("tt0000110"), null, null)));

        load.apply(List.of(LAMP, movie("Another", 1962, imdb("tt0000110"))));

        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(2);
        assertThat(fixture.count("SELECT count(*) FROM movie WHERE provisional"))
                .isZero();
    }

    @Test
    void aShowOfAnotherSourceWithoutTheIdMatches() {
        fixture.has(show("Harbour", 1999, Ids.ofTvmaze(7)));

        assertThat(importItems(HARBOUR)).containsExactly(UPDATED);
        assertThat(fixture.count("SELECT count(*) FROM show")).isEqualTo(1);
        assertThat(fixture.catalog
                        .findShow(showRef("Harbour", 1999))
                        .orElseThrow()
                        .ids())
                .isEqualTo(new Ids("tt0000102", null, null, null, 7L));
    }

    @Test
    void noEpisodesAreAddedIfAnotherSourceListsThem() {
        fixture.has(show("Harbour", 1999, Ids.ofTvmaze(7), CatalogFixture.season(1, 2)));

        List<ImportResult> results = load().apply(List.of(HARBOUR));

        assertThat(results.getFirst().warnings()).containsExactly("S02E01 is not in the list that others give of it");
        assertThat(episodes("Harbour", 1999)).containsExactly("S1E1 Low Tide", "S1E2 null");
        assertThat(importItems(HARBOUR)).containsExactly(UNCHANGED);
    }

    @Test
    void episodesAreAddedIfNoOtherSourceListsThem() {
        importItems(harbour(season(1, sourceEpisode(1, "tt0000103", "Low Tide"))));

        assertThat(importItems(HARBOUR)).containsExactly(UPDATED);
        assertThat(episodes("Harbour", 1999)).containsExactly("S1E1 Low Tide", "S1E2 null", "S2E1 Fog");
    }

    @Test
    void anEpisodeOfAnotherShowKeepsItsId() {
        importItems(HARBOUR);
        ShowItem pier = new ShowItem(
                imdb("tt0000120"),
                "Pier",
                2001,
                ShowFacts.NONE,
                List.of(),
                List.of(season(1, sourceEpisode(1, "tt0000103", "Stolen"))),
                null);

        assertThat(load().apply(List.of(pier)).getFirst().warnings())
                .containsExactly(
                        "imdb tt0000103 belongs to the episode Harbour 1x01 and stays there; Pier 1x01 is kept without it");
    }

    @Test
    void creditsAndAlternativeTitlesFillGaps() {
        importItems(LAMP, person("nm0000001", "Mia Reed"), person("nm0000002", "Mia Reed"));
        MovieItem credited =
                hanging(List.of(credit("nm0000002")), List.of(new AlternativeTitle("Die Lampe", "de", "DE")));

        assertThat(importItems(credited)).containsExactly(UPDATED);
        assertThat(importItems(credited)).containsExactly(UNCHANGED);
        assertThat(importItems(
                        hanging(List.of(credit("nm0000001")), List.of(new AlternativeTitle("La lampe", "fr", "FR")))))
                .containsExactly(UNCHANGED);
        List<Credit> people = fixture.catalog.credits(storedLamp().id());
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().person().ids().imdb()).isEqualTo("nm0000002");
        assertThat(fixture.catalog.findMovie(movieRef("Die Lampe", 1961))).isPresent();
    }

    @Test
    void aPersonKeepsTheStoredName() {
        fixture.has(new PersonItem(imdb("nm0000001"), "Mia Reed", PersonFacts.NONE));

        assertThat(importItems(person("nm0000001", "Mia Reed-Hale"))).containsExactly(UNCHANGED);
    }

    @Test
    void anInterruptedImportCanBeRepeated() {
        List<SourceItem> all = Stream.iterate(1, n -> n <= 40, n -> n + 1)
                .<SourceItem>map(n -> movie("Title " + n % 7, 1990, imdb(String.format(Locale.ROOT, "tt%07d", n))))
                .toList();
        try (CatalogFixture whole = new CatalogFixture(engine)) {
            DatasetImport oneImport = new DatasetImport(whole.database, () -> CatalogFixture.START, whole.catalog);
            oneImport.apply(all);

            load().apply(all.subList(0, 13)); // interrupted here
            load().apply(all.subList(0, 29)); // and again
            load().apply(all);

            assertThat(content(fixture)).isEqualTo(content(whole)).hasSize(40);
        }
    }

    /// All rows except ids of items, some of which an interruption loses.
    private static List<String> content(CatalogFixture of) {
        return of.database.read(tx -> tx.query(
                """
                SELECT x.value, m.title, m.slug, m.year FROM movie m
                JOIN external_id x ON x.kind = 1 AND x.item_id = m.movie_id ORDER BY x.value
                """, row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getInt(4)));
    }

    private DatasetImport load() {
        return new DatasetImport(fixture.database, () -> CatalogFixture.START, fixture.catalog);
    }

    /// With a new import, as by another process.
    private List<ImportResult.Result> importItems(SourceItem... items) {
        return load().apply(List.of(items)).stream().map(ImportResult::result).toList();
    }

    private Movie storedLamp() {
        return fixture.catalog.findMovie(CatalogFixture.movieRef("tt0000101")).orElseThrow();
    }

    private List<String> episodes(String show, int year) {
        Show found = fixture.catalog.findShow(showRef(show, year)).orElseThrow();
        return fixture.catalog.guide(found.id()).episodes().stream()
                .map(one -> "S" + one.season() + "E" + one.number() + " " + one.title())
                .toList();
    }

    private static MovieItem lamp(String title, int year, int runtime, String genre) {
        MovieFacts facts = new MovieFacts(null, runtime, null, null, null, null, Images.NONE, List.of(genre));
        return new MovieItem(imdb("tt0000101"), title, year, facts, List.of(), null);
    }

    private static MovieItem hanging(List<CreditItem> credits, List<AlternativeTitle> titles) {
        return new MovieItem(imdb("tt0000101"), null, null, MovieFacts.NONE, credits, null, titles);
    }

    private static CreditItem credit(String imdb) {
        return new CreditItem(new PersonItem(imdb(imdb), null, PersonFacts.NONE), "actress", "Ada");
    }

    private static PersonItem person(String imdb, String name) {
        return new PersonItem(imdb(imdb), name, PersonFacts.NONE);
    }

    private static ShowItem harbour(SeasonItem... seasons) {
        return new ShowItem(imdb("tt0000102"), "Harbour", 1999, ShowFacts.NONE, List.of(), List.of(seasons), null);
    }

    private static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, List.of(episodes));
    }

    private static EpisodeItem sourceEpisode(int number, String imdb, @Nullable String title) {
        return new EpisodeItem(number, imdb(imdb), new EpisodeFacts(title, null, null, null, 45, null));
    }
}
