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
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.ImportResult;
import dev.spoolmark.catalog.ingest.RelatedIdStore;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.merge.CompletionResult.Result;
import dev.spoolmark.db.Engine;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Provisional items are completed in place, or merged into existing ones.
@ParameterizedClass
@EnumSource(Engine.class)
class ItemCompletionTest {

    private static final Ids DEAD = new Ids("tt1520211", 153_021L, null, null, 73L);

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    Catalog catalog;
    ItemCompletion completion;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
        catalog = fixture.catalog;
        completion = fixture.completion();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    // Related items

    @Test
    void theLastRelatedItemsOfASourceAreKept() {
        MovieId begins = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));

        catalog.addRelated(begins, List.of(tmdb(155), tmdb(49_026), tmdb(155)));
        assertThat(hints(begins)).containsExactly("tmdb 155", "tmdb 49026");

        catalog.addRelated(begins, List.of());
        catalog.addRelated(begins, List.of(tmdb(49_026)));
        assertThat(hints(begins)).containsExactly("tmdb 49026");
    }

    @Test
    void relatedItemsMoveIfTheTargetHasNone() {
        MovieId one = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));
        MovieId other = keep(new MovieRef(Ids.ofTmdb(272), null, null));
        MovieId third = keep(new MovieRef(Ids.ofImdb("tt0000101"), null, null));
        catalog.addRelated(one, List.of(tmdb(155)));
        catalog.addRelated(third, List.of(tmdb(5)));

        completion.merge(one, other);
        completion.merge(third, other);

        assertThat(hints(other)).containsExactly("tmdb 155");
        assertThat(fixture.count("SELECT count(*) FROM source_related")).isEqualTo(1);
    }

    private List<String> hints(MovieId movie) {
        return fixture.database.read(tx -> RelatedIdStore.of(tx, movie)).stream()
                .map(LookupKey.ExternalId::toString)
                .toList();
    }

    // In place

    @Test
    void aProvisionalMovieIsCompletedInPlace() {
        MovieId named = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));
        MovieItem item = movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null));

        CompletionResult completed = completion.complete(named, item);

        assertThat(completed).isEqualTo(new CompletionResult(Result.COMPLETED, named, List.of(), List.of()));
        Movie movie = read(named);
        assertThat(movie.provisional()).isFalse();
        assertThat(movie.slug()).isEqualTo("batman-begins-2005");
        assertThat(movie.ids()).isEqualTo(item.ids());
        assertThat(completion.complete(named, item).result()).isEqualTo(Result.UNCHANGED);
    }

    @Test
    void formerSlugsResolveToTheItem() {
        MovieId named = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));
        completion.complete(named, movie("Batman Begins", 2005, imdb("tt0372784")));

        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt0372784")))
                .map(Movie::id)
                .contains(named);
        assertThat(bySlug("tt0372784")).isEqualTo(named);
        assertThat(bySlug("batman-begins-2005")).isEqualTo(named);
    }

    @Test
    void theTitleOfTheSourceReplacesThatOfTheClientWhichStillMatches() {
        ShowId named = keep(showRef("Walking Dead", 2010));

        completion.complete(named, show("The Walking Dead", 2010, DEAD));

        assertThat(stored(named).slug()).isEqualTo("the-walking-dead");
        assertThat(catalog.findShow(showRef("walking dead", 2010)))
                .map(Show::id)
                .contains(named);
        assertThat(catalog.findShow(showRef("Walking Dead", null)))
                .map(Show::id)
                .contains(named);
        assertThat(catalog.findShow(showRef("Walking Dead", 1999))).isEmpty();
        assertThat(catalog.findShow(CatalogFixture.showRef("walking-dead")))
                .map(Show::id)
                .contains(named);
    }

    @Test
    void aMatchingSlugIsKept() {
        ShowId named = keep(showRef("The Walking Dead", null));

        completion.complete(named, show("The Walking Dead", 2010, DEAD));

        assertThat(stored(named).slug()).isEqualTo("the-walking-dead");
    }

    @Test
    void aCorrectedIdStillResolvesToTheItem() {
        ShowId named = keep(new ShowRef(new Ids("tt1520211", 999L, null, null, null), null, null));

        completion.complete(named, show("The Walking Dead", 2010, DEAD));

        assertThat(stored(named).ids()).isEqualTo(DEAD);
        assertThat(catalog.findShow(tvdb(999))).map(Show::id).contains(named);
        assertThat(catalog.findShow(tvdb(153_021))).map(Show::id).contains(named);
    }

    @Test
    void anIdMovesToTheItemItBelongsTo() {
        ShowId named = keep(new ShowRef(new Ids("tt1520211", 999L, null, null, null), null, null));
        completion.complete(named, show("The Walking Dead", 2010, DEAD));

        fixture.has(show("Portlandia", 2011, Ids.ofTvdb(999)));

        assertThat(catalog.findShow(tvdb(999))).map(Show::title).contains("Portlandia");
        assertThat(catalog.findShow(tvdb(153_021))).map(Show::title).contains("The Walking Dead");
    }

    @Test
    void factsOfAnotherItemAreRejected() {
        ShowId named = keep(tvdb(153_021));

        CompletionResult completed = completion.complete(named, show("Portlandia", 2011, Ids.ofTvdb(213_221)));

        assertThat(completed.result()).isEqualTo(Result.REJECTED);
        assertThat(completed.warnings()).containsExactly("the source describes another show");
        assertThat(stored(named).provisional()).isTrue();
    }

    @Test
    void unknownItemsAreRejected() {
        assertThat(completion
                        .complete(new MovieId(77), movie("Amelie", 2001, tmdb(194)))
                        .warnings())
                .containsExactly("the movie is not in the catalog");
        assertThat(completion
                        .complete(new EpisodeId(77), 1, sourceEpisode(1, null))
                        .warnings())
                .containsExactly("the episode is not in the catalog");
    }

    @Test
    void episodesThatTheSourceDoesNotListAreKeptAndReported() {
        EpisodeId first = keep(episode(tvdb(153_021), 1, 1));
        EpisodeId unplaced = keep(episode(tvdb(153_021), 7, 99));
        ShowId named = showOf(tvdb(153_021));

        CompletionResult completed = completion.complete(named, show("The Walking Dead", 2010, DEAD, season(1, 6)));

        assertThat(completed.warnings())
                .containsExactly("episode 7x99 is not listed by the source and stays provisional");
        ShowGuide guide = catalog.guide(named);
        assertThat(guide.episode(1, 1)).map(EpisodeSummary::id).contains(first);
        assertThat(guide.episode(1, 1)).map(EpisodeSummary::provisional).contains(false);
        assertThat(guide.episode(7, 99)).map(EpisodeSummary::id).contains(unplaced);
        assertThat(guide.episode(7, 99)).map(EpisodeSummary::provisional).contains(true);
    }

    // Merging

    @Test
    void aMovieWithTheIdOfAnotherIsMergedIntoIt() {
        fixture.has(movie("Batman Begins", 2005, tmdb(272)));
        MovieId existing = movieId(tmdb272());
        MovieId named = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));

        CompletionResult completed =
                completion.complete(named, movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)));

        assertThat(completed).isEqualTo(new CompletionResult(Result.MERGED, existing, List.of(named), List.of()));
        assertThat(movieId(new MovieRef(Ids.ofImdb("tt0372784"), null, null))).isEqualTo(existing);
        assertThat(bySlug("tt0372784")).isEqualTo(existing);
        assertThat(read(existing).ids()).isEqualTo(new Ids("tt0372784", null, 272L, null, null));
    }

    @Test
    void theOldIdResolvesToTheTarget() {
        fixture.has(movie("Batman Begins", 2005, tmdb(272)));
        MovieId named = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));
        completion.complete(named, movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)));

        fixture.hoursPass(1);
        completion.resume();

        assertThat(read(named).title()).isEqualTo("Batman Begins");
        assertThat(fixture.count("SELECT count(*) FROM movie")).isOne();
        assertThat(fixture.count("SELECT count(*) FROM item_migration")).isZero();
    }

    @Test
    void twoProvisionalItemsAreMergedIntoTheOlder() {
        MovieId first = keep(new MovieRef(Ids.ofTmdb(272), null, null));
        MovieId second = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));

        CompletionResult completed =
                completion.complete(second, movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)));

        assertThat(completed.item()).isEqualTo(first);
        assertThat(read(first).provisional()).isFalse();
        assertThat(read(first).slug()).isEqualTo("batman-begins-2005");
    }

    @Test
    void aMergedItemCanBeMergedAgain() {
        MovieId first = keep(new MovieRef(Ids.ofTmdb(272), null, null));
        MovieId second = keep(new MovieRef(Ids.ofImdb("tt0372784"), null, null));
        MovieId third = keep(movieRef("Batman Begins", 2005));
        completion.merge(third, second);
        completion.merge(second, first);

        assertThat(movieId(movieRef("Batman Begins", 2005))).isEqualTo(first);
        assertThat(movieId(new MovieRef(Ids.ofImdb("tt0372784"), null, null))).isEqualTo(first);
        fixture.hoursPass(1);
        completion.resume();
        assertThat(read(third).id()).isEqualTo(first);
        assertThat(completion.merge(third, first).result()).isEqualTo(Result.UNCHANGED);
    }

    @Test
    void confirmedItemsOfOneTitleWithoutConflictingIdsAreMerged() {
        fixture.has(show("The Walking Dead", 2010, imdb("tt1520211")));
        ShowId byImdb = showOf(new ShowRef(Ids.ofImdb("tt1520211"), null, null));
        fixture.has(show("The Walking Dead", 2011, Ids.ofTvdb(153_021)));
        ShowId byTvdb = showOf(tvdb(153_021));
        assertThat(byTvdb).isNotEqualTo(byImdb);

        CompletionResult completed = completion.complete(byTvdb, show("The Walking Dead", null, DEAD));

        assertThat(completed.item()).isEqualTo(byImdb);
        assertThat(completed.merged()).containsExactly(byTvdb);
        assertThat(stored(byImdb).ids()).isEqualTo(DEAD);
    }

    @Test
    void aShowDoesNotTakeDataOfTheItemWithItsIds() {
        fixture.has(show("Portlandia", 2011, new Ids("tt1520211", 213_221L, null, null, null)));
        ShowId portlandia = showOf(tvdb(213_221));
        ShowId named = keep(tvdb(153_021));

        CompletionResult completed = completion.complete(named, show("The Walking Dead", 2010, DEAD));

        assertThat(completed.result()).isEqualTo(Result.COMPLETED);
        assertThat(completed.warnings())
                .containsExactly(
                        "imdb tt1520211 belongs to the show Portlandia (2011) and stays there; The Walking Dead is kept without it");
        assertThat(showOf(new ShowRef(Ids.ofImdb("tt1520211"), null, null))).isEqualTo(portlandia);
        assertThat(showOf(tvdb(153_021))).isEqualTo(named);
    }

    @Test
    void aConfirmedShowOfAnotherTitleIsNotMerged() {
        fixture.has(show("Portlandia", 2011, imdb("tt1520211")));
        ShowId named = keep(tvdb(153_021));

        CompletionResult completed = completion.complete(named, show("The Walking Dead", 2010, DEAD));

        assertThat(completed.item()).isEqualTo(named);
        assertThat(completed.warnings())
                .containsExactly(
                        "imdb tt1520211 belongs to the show Portlandia (2011) and stays there; The Walking Dead is kept without it");
    }

    @Test
    void anAlternativeTitleConfirmsTheMatch() {
        fixture.has(show("Die lebenden Toten", 2010, imdb("tt1520211")));
        ShowId existing = showOf(new ShowRef(Ids.ofImdb("tt1520211"), null, null));
        ShowId named = keep(tvdb(153_021));
        ShowItem item = new ShowItem(
                DEAD,
                "The Walking Dead",
                2010,
                ShowFacts.NONE,
                List.of(),
                List.of(),
                null,
                List.of(new AlternativeTitle("Die Lebenden Toten", "de", null)));

        assertThat(completion.complete(named, item).item()).isEqualTo(existing);
    }

    @Test
    void episodesAreMatchedByNumber() {
        fixture.has(show("The Walking Dead", 2010, imdb("tt1520211"), season(1, 6)));
        ShowId existing = showOf(new ShowRef(Ids.ofImdb("tt1520211"), null, null));
        EpisodeId first = at(existing, 1, 1);
        EpisodeId named = keep(new EpisodeRef(tvdb(153_021), 1, 1, Ids.ofTvdb(70_001)));
        EpisodeId unplaced = keep(episode(tvdb(153_021), 4, 40));

        CompletionResult completed =
                completion.complete(showOf(tvdb(153_021)), show("The Walking Dead", 2010, DEAD, season(1, 6)));

        assertThat(completed.item()).isEqualTo(existing);
        assertThat(completed.warnings())
                .containsExactly("episode 4x40 is not listed by the source and stays provisional");
        assertThat(at(existing, 4, 40)).isEqualTo(unplaced);
        assertThat(at(existing, 1, 1)).isEqualTo(first);
        assertThat(catalog.findEpisodeIds(List.of(new EpisodeRef(tvdb(153_021), 1, 1, Ids.ofTvdb(70_001)))))
                .containsValue(first);
        fixture.hoursPass(1);
        completion.resume();
        assertThat(stored(named).id()).isEqualTo(first);
        assertThat(fixture.count("SELECT count(*) FROM show")).isOne();
        assertThat(fixture.count("SELECT count(*) FROM season")).isEqualTo(2);
        assertThat(fixture.count("SELECT count(*) FROM episode")).isEqualTo(7);
    }

    @Test
    void episodesAreMatchedByUniqueDate() {
        LocalDate day = LocalDate.of(2010, 10, 31);
        LocalDate other = LocalDate.of(2010, 11, 7);
        fixture.has(show(
                "The Walking Dead",
                2010,
                imdb("tt1520211"),
                season(1, aired(1, day), aired(2, other), aired(3, other))));
        fixture.has(show(
                "The Walking Dead",
                2010,
                Ids.ofTvdb(153_021).merge(imdb("tt9999999")),
                season(9, aired(1, day), aired(2, other))));
        ShowId existing = showOf(new ShowRef(Ids.ofImdb("tt1520211"), null, null));
        ShowId coming = showOf(tvdb(153_021));
        EpisodeId alone = at(coming, 9, 1);
        EpisodeId oneOfTwo = at(coming, 9, 2);

        completion.merge(coming, existing);

        fixture.hoursPass(1);
        completion.resume();
        assertThat(stored(alone).id()).isEqualTo(at(existing, 1, 1));
        assertThat(at(existing, 9, 2)).isEqualTo(oneOfTwo);
    }

    @Test
    void anEpisodeWithoutItsShowIsCompleted() {
        fixture.has(show("The Walking Dead", 2010, DEAD, season(1, 6)));
        EpisodeId named = keep(episode(tvdb(153_021), 1, 7));

        CompletionResult completed = completion.complete(named, 1, sourceEpisode(7, LocalDate.of(2010, 12, 12)));

        assertThat(completed.result()).isEqualTo(Result.COMPLETED);
        assertThat(stored(named).provisional()).isFalse();
    }

    @Test
    void anEpisodeWithAnotherNumberAtTheSourceIsMerged() {
        fixture.has(show("The Walking Dead", 2010, DEAD, season(1, 6)));
        EpisodeId named = keep(new EpisodeRef(tvdb(153_021), 1, 7, Ids.ofTvdb(70_007)));
        EpisodeItem episode = new EpisodeItem(6, Ids.ofTvdb(70_007), EpisodeFacts.NONE);

        CompletionResult completed = completion.complete(named, 1, episode);

        EpisodeId sixth = at(showOf(tvdb(153_021)), 1, 6);
        assertThat(completed).isEqualTo(new CompletionResult(Result.MERGED, sixth, List.of(named), List.of()));
        assertThat(catalog.findEpisodeIds(List.of(new EpisodeRef(tvdb(153_021), 1, 7, Ids.ofTvdb(70_007)))))
                .containsValue(sixth);
    }

    @Test
    void theSameFileAgainChangesNothingAfterAMerge() {
        ShowItem byImdb = show("The Walking Dead", 2010, imdb("tt1520211"), season(1, 6));
        ShowItem byTvdb = show("Walking Dead", 2010, Ids.ofTvdb(153_021).merge(imdb("tt7777777")), season(1, 6));
        fixture.has(byImdb, byTvdb);
        completion.merge(showOf(tvdb(153_021)), showOf(new ShowRef(Ids.ofImdb("tt1520211"), null, null)));
        List<ImportResult.Result> again = fixture.has(byImdb);
        fixture.has(byTvdb);
        fixture.has(byImdb);

        assertThat(again).containsExactly(ImportResult.Result.UNCHANGED);
        fixture.hoursPass(1);
        completion.resume();
        assertThat(fixture.count("SELECT count(*) FROM show")).isOne();
    }

    private EpisodeItem aired(int number, LocalDate day) {
        return sourceEpisode(number, day);
    }

    private static EpisodeItem sourceEpisode(int number, @Nullable LocalDate day) {
        return new EpisodeItem(number, Ids.NONE, new EpisodeFacts(null, null, day, null, null, null));
    }

    private static MovieRef tmdb272() {
        return new MovieRef(Ids.ofTmdb(272), null, null);
    }

    private Movie read(MovieId id) {
        return Objects.requireNonNull(catalog.movies(List.of(id)).get(id));
    }

    private Show stored(ShowId id) {
        return Objects.requireNonNull(catalog.shows(List.of(id)).get(id));
    }

    private Episode stored(EpisodeId id) {
        return Objects.requireNonNull(catalog.episodes(List.of(id)).get(id));
    }

    private MovieId movieId(MovieRef ref) {
        return catalog.findMovie(ref).orElseThrow().id();
    }

    private MovieId bySlug(String slug) {
        return catalog.findMovie(CatalogFixture.movieRef(slug)).orElseThrow().id();
    }

    private ShowId showOf(ShowRef ref) {
        return catalog.findShow(ref).orElseThrow().id();
    }

    private EpisodeId at(ShowId show, int season, int number) {
        return catalog.guide(show).episode(season, number).orElseThrow().id();
    }

    private MovieId keep(MovieRef ref) {
        return Objects.requireNonNull(catalog.findOrCreateMovies(List.of(ref)).get(ref));
    }

    private ShowId keep(ShowRef ref) {
        return Objects.requireNonNull(catalog.findOrCreateShows(List.of(ref)).get(ref));
    }

    private EpisodeId keep(EpisodeRef ref) {
        return Objects.requireNonNull(catalog.findOrCreateEpisodes(List.of(ref)).get(ref));
    }
}
