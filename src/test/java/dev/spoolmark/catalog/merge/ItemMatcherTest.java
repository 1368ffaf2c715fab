package dev.spoolmark.catalog.merge;

import static dev.spoolmark.catalog.CatalogFixture.episode;
import static dev.spoolmark.catalog.CatalogFixture.imdb;
import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.season;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static dev.spoolmark.catalog.CatalogFixture.tmdb;
import static dev.spoolmark.catalog.CatalogFixture.tvdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.ImportResult;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.merge.CompletionResult.Result;
import dev.spoolmark.db.Engine;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// When two descriptions are one item, and when they are two (`docs/decisions/0016`).
@ParameterizedClass
@EnumSource(Engine.class)
class ItemMatcherTest {

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

    // Ids that differ

    @Test
    void moviesOfOneTitleAndYearWithDifferentIdsAreSeparate() {
        MovieRef one = new MovieRef(Ids.ofImdb("tt5748392"), "Escape Room", 2017);
        MovieRef other = new MovieRef(Ids.ofImdb("tt5159414"), "Escape Room", 2017);

        assertThat(Set.copyOf(catalog.findOrCreateMovies(List.of(one, other)).values()))
                .hasSize(2);
        assertThat(found(one).ids().imdb()).isEqualTo("tt5748392");
        assertThat(found(other).ids().imdb()).isEqualTo("tt5159414");
        assertThat(keep(new MovieRef(Ids.ofImdb("tt0000009"), "Escape Room", 2017)))
                .isNotIn(found(one).id(), found(other).id());
    }

    @Test
    void showsOfOneTitleAndYearWithDifferentIdsAreSeparate() {
        EpisodeRef one = episode(new ShowRef(Ids.ofTvdb(701), "Kingdom", 2014), 1, 1);
        EpisodeRef other = episode(new ShowRef(Ids.ofTvdb(702), "Kingdom", 2014), 1, 1);

        assertThat(Set.copyOf(catalog.findOrCreateEpisodes(List.of(one, other)).values()))
                .hasSize(2);
        assertThat(found(one.show()).ids().tvdb()).isEqualTo(701);
        assertThat(found(other.show()).ids().tvdb()).isEqualTo(702);
    }

    @Test
    void aTitleWithAnotherIdDoesNotMatchAKnownMovie() {
        fixture.has(movie("Escape Room", 2017, imdb("tt5748392")));
        MovieRef other = new MovieRef(Ids.ofImdb("tt5159414"), "Escape Room", 2017);

        assertThat(catalog.findMovie(other)).isEmpty();
        MovieId stored = keep(other);
        assertThat(found(other).id()).isEqualTo(stored);
        assertThat(found(other).provisional()).isTrue();
        assertThat(found(movieRef("Escape Room", 2017)).ids().imdb()).isEqualTo("tt5748392");
    }

    @Test
    void anItemWithoutAnIdOfTheProviderMatchesByTitle() {
        fixture.has(movie("Escape Room", 2017, tmdb(5)));

        assertThat(found(new MovieRef(Ids.ofImdb("tt5159414"), "Escape Room", 2017))
                        .ids())
                .isEqualTo(tmdb(5));
    }

    @Test
    void aProvisionalItemGetsTheIdSentWithItsTitle() {
        MovieId stored = keep(movieRef("Escape Room", 2017));

        assertThat(keep(new MovieRef(Ids.ofImdb("tt5748392"), "Escape Room", 2017)))
                .isEqualTo(stored);
        assertThat(keep(new MovieRef(Ids.ofImdb("tt5159414"), "Escape Room", 2017)))
                .isNotEqualTo(stored);
        assertThat(keep(new MovieRef(Ids.ofImdb("tt5748392"), null, null))).isEqualTo(stored);
    }

    @Test
    void onlyTheFirstIdOfABatchIsStored() {
        MovieId stored = keep(movieRef("Escape Room", 2017));
        MovieRef one = new MovieRef(Ids.ofImdb("tt5748392"), "Escape Room", 2017);
        MovieRef other = new MovieRef(Ids.ofImdb("tt5159414"), "Escape Room", 2017);

        assertThat(catalog.findOrCreateMovies(List.of(one, other)).get(one)).isEqualTo(stored);
        assertThat(found(other).id()).isNotEqualTo(stored);
    }

    @Test
    void aProvisionalShowGetsTheIdSentWithAnEpisode() {
        catalog.findOrCreateEpisodes(List.of(episode(showRef("Kingdom", 2014), 1, 1)));
        ShowId stored = found(showRef("Kingdom", 2014)).id();

        catalog.findOrCreateEpisodes(List.of(episode(new ShowRef(Ids.ofTvdb(701), "Kingdom", 2014), 1, 1)));
        catalog.findOrCreateEpisodes(List.of(episode(new ShowRef(Ids.ofTvdb(702), "Kingdom", 2014), 1, 1)));

        assertThat(found(tvdb(701)).id()).isEqualTo(stored);
        assertThat(found(tvdb(702)).id()).isNotEqualTo(stored);
    }

    @Test
    void aSecondaryIdWithAnotherTitleAndFirstIdDoesNotMatch() {
        fixture.has(movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)));
        MovieRef other = new MovieRef(new Ids("tt9999999", null, 272L, null, null), "Heat", 1995);

        MovieId stored = keep(other);

        assertThat(found(other).id()).isEqualTo(stored);
        assertThat(found(other).ids()).isEqualTo(imdb("tt9999999"));
        assertThat(catalog.findMovie(CatalogFixture.movieRef("272")))
                .map(Movie::title)
                .contains("Batman Begins");
    }

    @Test
    void anEpisodeIsMatchedByItsOwnId() {
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73_739), season(1, sourceEpisode(1, 501), sourceEpisode(2, 502))));

        EpisodeRef second = new EpisodeRef(tvdb(73_739), 1, 1, Ids.ofTvdb(502));

        assertThat(catalog.findOrCreateEpisodes(List.of(second)))
                .containsValue(guide("73739").episode(1, 2).orElseThrow().id());
    }

    // Files and sources

    @Test
    void anItemWithAnIdOfAnotherDoesNotOverwriteIt() {
        fixture.has(show("Main Show", 2015, new Ids(null, 711_001L, null, null, 1001L), season(1, 2)));

        ImportResult result = fixture.importAll(
                        show("Main Show: Webisodes", 2015, new Ids(null, 711_001L, null, null, 1002L), season(1, 1)))
                .getFirst();

        assertThat(result.result()).isEqualTo(ImportResult.Result.ADDED);
        assertThat(result.warnings())
                .containsExactly("tvdb 711001 belongs to the show Main Show (2015) and stays there;"
                        + " Main Show: Webisodes is kept without it");
        assertThat(found(tvdb(711_001)).title()).isEqualTo("Main Show");
        assertThat(guide("711001").episodes()).hasSize(2);
        assertThat(found(showRef("Main Show: Webisodes", 2015)).ids()).isEqualTo(Ids.ofTvmaze(1002));
    }

    @Test
    void aMovieOfAnotherTitleAndYearIsSeparateEvenWithoutConflictingIds() {
        fixture.has(movie("Heat", 1995, imdb("tt0113277")));

        assertThat(fixture.importAll(movie("Alien", 1979, new Ids("tt0113277", null, 348L, null, null)))
                        .getFirst()
                        .warnings())
                .containsExactly("imdb tt0113277 belongs to the movie Heat (1995) and stays there;"
                        + " Alien is kept without it");
        assertThat(found(movieRef("Alien", 1979)).ids()).isEqualTo(tmdb(348));
        assertThat(found(new MovieRef(Ids.ofImdb("tt0113277"), null, null)).title())
                .isEqualTo("Heat");
        assertThat(fixture.has(movie("Alien", 1979, new Ids("tt0113277", null, 348L, null, null))))
                .containsExactly(ImportResult.Result.UNCHANGED);
    }

    @Test
    void aPersonOfAnotherNameDoesNotOverwriteTheOwnerOfTheId() {
        fixture.has(new PersonItem(new Ids("nm0000001", null, 1L, null, null), "Mia Reed", PersonFacts.NONE));

        ImportResult result = fixture.importAll(
                        new PersonItem(new Ids("nm0000001", null, 2L, null, null), "Tom Hale", PersonFacts.NONE))
                .getFirst();

        assertThat(result.result()).isEqualTo(ImportResult.Result.ADDED);
        assertThat(result.warnings())
                .containsExactly(
                        "imdb nm0000001 belongs to the person Mia Reed and stays there; Tom Hale is kept without it");
    }

    @Test
    void dataOfAnotherItemWithTheSameIdIsRejected() {
        fixture.has(show("Main Show", 2015, new Ids(null, 711_001L, null, null, 1001L)));
        ShowId main = found(tvdb(711_001)).id();

        CompletionResult completed = fixture.completion()
                .complete(main, show("Webisodes", 2015, new Ids(null, 711_001L, null, null, 1002L)));

        assertThat(completed.result()).isEqualTo(Result.REJECTED);
        assertThat(found(tvdb(711_001)).title()).isEqualTo("Main Show");
    }

    @Test
    void aShowThatItsSourceRecreatedMatches() {
        fixture.has(show("Merged Show", 2015, new Ids(null, 700_804L, null, null, 1L)));

        fixture.has(show("Merged Show", 2015, new Ids(null, 700_804L, null, null, 2L)));

        assertThat(fixture.count("SELECT count(*) FROM show")).isOne();
        assertThat(found(tvdb(700_804)).ids().tvmaze()).isEqualTo(2);
    }

    // Former values

    @Test
    void aCorrectedIdStillMatchesItsItem() {
        fixture.has(movie("Fixed Film", 2001, new Ids("tt7100001", null, 71L, null, null)));
        fixture.has(movie("Fixed Film", 2001, new Ids("tt7100002", null, 71L, null, null)));

        assertThat(fixture.count("SELECT count(*) FROM movie")).isOne();
        assertThat(found(new MovieRef(Ids.ofImdb("tt7100001"), null, null))
                        .ids()
                        .imdb())
                .isEqualTo("tt7100002");
        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt7100001")))
                .map(Movie::title)
                .contains("Fixed Film");
    }

    @Test
    void anIdThatASourceRestoresIsCurrentAgain() {
        Ids right = new Ids(null, 5L, null, null, 9L);
        fixture.has(show("Fixed Id", 2015, right));
        ShowId item = found(tvdb(5)).id();
        ItemCompletion catalogMerge = fixture.completion();
        catalogMerge.complete(item, show("Fixed Id", 2015, new Ids(null, 6L, null, null, 9L)));
        assertThat(found(tvdb(5)).ids().tvdb()).isEqualTo(6);

        catalogMerge.complete(item, show("Fixed Id", 2015, right));

        assertThat(found(tvdb(6)).ids()).isEqualTo(right);
    }

    @Test
    void aFormerIdMovesToTheItemThatHasItNow() {
        fixture.has(movie("Fixed Film", 2001, new Ids("tt7100001", null, 71L, null, null)));
        fixture.has(movie("Fixed Film", 2001, new Ids("tt7100002", null, 71L, null, null)));

        fixture.has(movie("Another", 1999, imdb("tt7100001")));

        assertThat(found(new MovieRef(Ids.ofImdb("tt7100001"), null, null)).title())
                .isEqualTo("Another");
    }

    @Test
    void aCorrectedIdOfAnEpisodeStillMatchesIt() {
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73_739), season(1, sourceEpisode(1, 501))));
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73_739), season(1, sourceEpisode(1, 601))));
        EpisodeId first = guide("73739").episode(1, 1).orElseThrow().id();

        assertThat(catalog.findEpisodeIds(List.of(new EpisodeRef(tvdb(73_739), 9, 9, Ids.ofTvdb(501)))))
                .containsValue(first);
    }

    @Test
    void aFormerTitleStillMatchesItsItem() {
        fixture.has(show("First Name", 2015, Ids.ofTvdb(710_961)));
        fixture.has(show("Second Name", 2015, Ids.ofTvdb(710_961)));

        assertThat(found(showRef("First Name", 2015)).title()).isEqualTo("Second Name");
        assertThat(found(showRef("first name", null)).title()).isEqualTo("Second Name");
        assertThat(found(showRef("First Name (2015)", null)).title()).isEqualTo("Second Name");
        assertThat(catalog.findShow(showRef("First Name", 1999))).isEmpty();
        assertThat(catalog.findShow(new ShowRef(Ids.ofTvdb(1), "First Name", 2015)))
                .isEmpty();
    }

    @Test
    void aFormerTitleSurvivesNewAlternativeTitles() {
        fixture.has(movie("First Name", 2015, tmdb(7)));
        fixture.has(called("Second Name", "Nom"));
        fixture.has(called("Second Name", "Nome"));

        assertThat(found(movieRef("First Name", 2015)).title()).isEqualTo("Second Name");
    }

    @Test
    void theItemThatHasATitleNowTakesPrecedenceOverAFormerOne() {
        fixture.has(show("First Name", 2015, Ids.ofTvdb(1)));
        fixture.has(show("Second Name", 2015, Ids.ofTvdb(1)));
        fixture.has(show("First Name", 2015, Ids.ofTvdb(2)));

        assertThat(found(showRef("First Name", 2015)).ids().tvdb()).isEqualTo(2);
    }

    @Test
    void aFormerYearStillMatchesItsItem() {
        fixture.has(movie("Late Film", 2014, tmdb(7)));
        fixture.has(movie("Late Film", 2015, tmdb(7)));

        assertThat(found(movieRef("Late Film", 2014)).year()).isEqualTo(2015);
        assertThat(catalog.findMovie(movieRef("Late Film", 2013))).isEmpty();
        fixture.has(movie("Late Film", 2014, tmdb(8)));
        assertThat(found(movieRef("Late Film", 2014)).ids()).isEqualTo(tmdb(8));
    }

    @Test
    void titleAndYearOfAClientStillMatchTheItem() {
        MovieId stored = keep(new MovieRef(Ids.ofImdb("tt0000007"), "Lat Film", 2014));

        fixture.completion().complete(stored, movie("Late Film", 2015, imdb("tt0000007")));

        assertThat(found(movieRef("Lat Film", 2014)).id()).isEqualTo(stored);
        assertThat(found(movieRef("Lat Film", 2015)).id()).isEqualTo(stored);
        assertThat(found(movieRef("Late Film", 2015)).id()).isEqualTo(stored);
    }

    @Test
    void theYearOfAMergedItemStillMatchesTheTarget() {
        MovieId stored = keep(movieRef("Late Film", 2014));
        fixture.has(movie("Late Film", 2015, tmdb(7)));
        MovieId existing = found(movieRef("Late Film", 2015)).id();

        fixture.completion().merge(stored, existing);

        assertThat(found(movieRef("Late Film", 2014)).id()).isEqualTo(existing);
    }

    @Test
    void nothingOfASourceStaysUnderTheIdOfAMergedItem() {
        fixture.has(show("Lost", 2004, Ids.ofTvdb(1), season(1, 1)), show("Lost, the show", 2004, imdb("tt0411008")));
        ShowId one = found(tvdb(1)).id();
        ShowId other = found(new ShowRef(Ids.ofImdb("tt0411008"), null, null)).id();
        fixture.database.write(tx -> tx.update(
                "INSERT INTO source_fact (kind, item_id, source, fields) VALUES (2, ?, 'tvmaze', 1)", one.value()));

        fixture.completion().merge(one, other);

        assertThat(fixture.count("SELECT count(*) FROM source_fact")).isZero();
    }

    // Years

    @Test
    void aYearInTheTitleNeverMatchesAnItemOfAnotherYear() {
        fixture.has(show("Doctor Who", 1963, Ids.ofTvdb(76_107)));
        ShowRef later = showRef("Doctor Who (2005)", null);

        assertThat(catalog.findShow(later)).isEmpty();
        ShowId stored =
                Objects.requireNonNull(catalog.findOrCreateShows(List.of(later)).get(later));
        assertThat(found(showRef("Doctor Who", 2005)).id()).isEqualTo(stored);
        assertThat(found(showRef("Doctor Who [2005]", null)).id()).isEqualTo(stored);
        assertThat(found(showRef("Doctor Who (1963-1989)", null)).ids().tvdb()).isEqualTo(76_107);
    }

    @Test
    void aTitleThatEndsInAnotherYearThanItsOwnStillMatches() {
        fixture.has(show("Battlestar Galactica (2003)", 2004, Ids.ofTvdb(73_545)));

        assertThat(found(showRef("Battlestar Galactica (2003)", null)).ids().tvdb())
                .isEqualTo(73_545);
        assertThat(found(showRef("Battlestar Galactica (2003)", 2004)).ids().tvdb())
                .isEqualTo(73_545);
        assertThat(found(showRef("Battlestar Galactica", 2004)).ids().tvdb()).isEqualTo(73_545);
        assertThat(catalog.findShow(showRef("Battlestar Galactica", 1978))).isEmpty();
    }

    @Test
    void theYearMemberTakesPrecedenceOverTheYearInTheTitle() {
        fixture.has(show("Doctor Who", 1963, Ids.ofTvdb(1)), show("Doctor Who", 2005, Ids.ofTvdb(2)));

        assertThat(found(showRef("Doctor Who (2005)", 1963)).ids().tvdb()).isEqualTo(1);
        assertThat(found(showRef("Doctor Who (2005)", 2006)).ids().tvdb()).isEqualTo(2);
    }

    @Test
    void theYearInATitleOfAFileIsUsed() {
        fixture.has(show("Doctor Who (2005)", null, Ids.ofTvdb(2)), show("Doctor Who", 1963, Ids.ofTvdb(1)));

        assertThat(found(tvdb(2)).year()).isEqualTo(2005);
        assertThat(found(showRef("Doctor Who", 2005)).ids().tvdb()).isEqualTo(2);
    }

    @Test
    void aMissingYearMatchesTheOnlyItemOfTheTitle() {
        fixture.has(show("Coming Show", null, Ids.ofTvdb(400_001)), movie("No Year Film", null, imdb("tt9999901")));

        assertThat(found(showRef("Coming Show", 2027)).ids().tvdb()).isEqualTo(400_001);
        assertThat(found(movieRef("No Year Film", 2027)).ids().imdb()).isEqualTo("tt9999901");
        assertThat(fixture.has(movie("No Year Film", 2027, tmdb(9)))).containsExactly(ImportResult.Result.UPDATED);
        assertThat(found(movieRef("No Year Film", null)).ids()).isEqualTo(new Ids("tt9999901", null, 9L, null, null));
    }

    @Test
    void amongSeveralItemsOfATitleNoYearIsGuessed() {
        fixture.has(
                show("Coming Show", null, Ids.ofTvdb(1)),
                show("Coming Show", 1999, Ids.ofTvdb(2)),
                show("Old Show", 1950, Ids.ofTvdb(3)),
                show("Old Show", 1960, Ids.ofTvdb(4)));

        assertThat(catalog.findShow(showRef("Coming Show", 2027))).isEmpty();
        assertThat(catalog.findShow(showRef("Old Show", null))).isEmpty();
    }

    @Test
    void aProvisionalItemGetsItsYear() {
        ShowRef alone = showRef("Coming Show", null);
        ShowId stored =
                Objects.requireNonNull(catalog.findOrCreateShows(List.of(alone)).get(alone));
        ShowRef dated = showRef("Coming Show", 2027);

        assertThat(catalog.findOrCreateShows(List.of(dated))).containsValue(stored);
        assertThat(catalog.findShow(showRef("Coming Show", 1999))).isEmpty();
        assertThat(found(alone).id()).isEqualTo(stored);
    }

    @Test
    void anItemKnownByItsTitleAloneStaysTheSame() {
        ShowRef alone = showRef("Battlestar Galactica", null);
        ShowId stored =
                Objects.requireNonNull(catalog.findOrCreateShows(List.of(alone)).get(alone));
        fixture.completion().complete(stored, show("Battlestar Galactica", 2003, Ids.ofTvdb(73_545)));

        fixture.has(show("Battlestar Galactica", 1978, Ids.ofTvdb(71_173)));

        assertThat(found(alone).id()).isEqualTo(stored);
    }

    // Other kinds

    @Test
    void anImdbIdOfAnotherKindCreatesNoItem() {
        fixture.has(show("Lost", 2004, imdb("tt0411008"), season(1, ofImdb(1, "tt0636289"))));
        fixture.has(movie("Heat", 1995, imdb("tt0113277")));

        assertThat(catalog.findOrCreateMovies(List.of(
                        new MovieRef(Ids.ofImdb("tt0411008"), null, null),
                        new MovieRef(new Ids("tt0411008", null, 7L, null, null), "Lost", 2004),
                        new MovieRef(Ids.ofImdb("tt0636289"), "Pilot", 2004))))
                .isEmpty();
        assertThat(catalog.findOrCreateShows(List.of(new ShowRef(Ids.ofImdb("tt0113277"), null, null))))
                .isEmpty();
        assertThat(catalog.findOrCreateEpisodes(
                        List.of(episode(new ShowRef(new Ids("tt0113277", 7L, null, null, null), "Heat", 1995), 1, 1))))
                .isEmpty();
        assertThat(fixture.count("SELECT count(*) FROM movie")).isOne();
        assertThat(fixture.count("SELECT count(*) FROM show")).isOne();
    }

    @Test
    void anImdbIdOfAnEpisodeDoesNotConflictWithItsShow() {
        fixture.has(show("Lost", 2004, imdb("tt0411008"), season(1, ofImdb(1, "tt0636289"))));

        assertThat(found(new ShowRef(Ids.ofImdb("tt0636289"), "Lost", 2004)).ids())
                .isEqualTo(imdb("tt0411008"));
    }

    @Test
    void aProvisionalOwnerOfAnIdDoesNotBlockOtherKinds() {
        keep(new MovieRef(Ids.ofImdb("tt0411008"), null, null));
        ShowRef lost = new ShowRef(new Ids("tt0411008", 73_739L, null, null, null), "Lost", 2004);

        assertThat(catalog.findOrCreateShows(List.of(lost))).hasSize(1);
        assertThat(found(lost).ids()).isEqualTo(Ids.ofTvdb(73_739));
        assertThat(catalog.findOrCreateShows(List.of(new ShowRef(Ids.ofImdb("tt0411008"), null, null))))
                .isEmpty();
    }

    @Test
    void anEpisodeIsCreatedWithoutTheImdbIdOfAnotherItem() {
        fixture.has(show("Lost", 2004, Ids.ofTvdb(73_739)), movie("Heat", 1995, imdb("tt0113277")));
        EpisodeRef ref = new EpisodeRef(tvdb(73_739), 1, 1, imdb("tt0113277"));

        EpisodeId stored = Objects.requireNonNull(
                catalog.findOrCreateEpisodes(List.of(ref)).get(ref));

        assertThat(catalog.episodes(List.of(stored)).values()).map(Episode::ids).containsExactly(Ids.NONE);
    }

    @Test
    void idsOfOtherProvidersAreSeparateForEachKind() {
        fixture.has(
                movie("The Matrix Revolutions", 2003, tmdb(605)),
                show("Sabrina", 1996, new Ids(null, 71_987L, 605L, null, null)));

        assertThat(found(new MovieRef(Ids.ofTmdb(605), null, null)).title()).isEqualTo("The Matrix Revolutions");
        assertThat(keep(new MovieRef(Ids.ofTmdb(71_987), null, null))).isNotNull();
    }

    private MovieId keep(MovieRef ref) {
        return Objects.requireNonNull(catalog.findOrCreateMovies(List.of(ref)).get(ref));
    }

    private Movie found(MovieRef ref) {
        return catalog.findMovie(ref).orElseThrow();
    }

    private Show found(ShowRef ref) {
        return catalog.findShow(ref).orElseThrow();
    }

    private ShowGuide guide(String name) {
        return catalog.guide(
                catalog.findShow(CatalogFixture.showRef(name)).orElseThrow().id());
    }

    private static SourceItem called(String title, @Nullable String other) {
        return new SourceItem.MovieItem(
                tmdb(7),
                title,
                2015,
                MovieFacts.NONE,
                List.of(),
                null,
                List.of(new AlternativeTitle(Objects.requireNonNull(other), null, null)));
    }

    private static EpisodeItem sourceEpisode(int number, long tvdb) {
        return new EpisodeItem(number, Ids.ofTvdb(tvdb), EpisodeFacts.NONE);
    }

    private static EpisodeItem ofImdb(int number, String imdb) {
        return new EpisodeItem(number, imdb(imdb), EpisodeFacts.NONE);
    }
}
