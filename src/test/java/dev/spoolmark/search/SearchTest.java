package dev.spoolmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Queries and their results, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class SearchTest {

    @Parameter
    Engine engine;

    SearchFixture fixture;
    Search search;

    @BeforeEach
    void open() {
        fixture = new SearchFixture(engine);
        search = fixture.search(IndexLocation.memory());
    }

    @AfterEach
    void close() {
        search.close();
        fixture.close();
    }

    @Test
    void anExactTitleComesBeforeBetterKnownOnes() {
        fixture.addMovies("The Batman Story", "Batman");
        fixture.votes("The Batman Story", 3);

        assertThat(found("batman")).containsExactly("Batman", "The Batman Story");
    }

    @Test
    void aLeadingArticleIsOptional() {
        fixture.addMovies("Big Bang Theory of Everything", "The Big Bang Theory");
        fixture.votes("Big Bang Theory of Everything", 2);

        assertThat(found("big bang theory")).startsWith("The Big Bang Theory");
    }

    @Test
    void itemsAreFoundByAlternativeTitles() {
        fixture.add(called("Amelie", "Le Fabuleux Destin d'Amélie Poulain"));

        assertThat(found("fabuleux destin")).containsExactly("Amelie");
        assertThat(found("fabuleux destni")).containsExactly("Amelie");
        assertThat(found("amelie")).containsExactly("Amelie");

        fixture.add(called("Amelie", "Die fabelhafte Welt"));
        assertThat(found("fabuleux")).isEmpty();
        assertThat(found("fabelhafte welt")).containsExactly("Amelie");
    }

    @Test
    void provisionalTitlesAreNotSearched() {
        MovieRef ref = new MovieRef(Ids.NONE, "Montmartre", 2001);
        MovieId named = Objects.requireNonNull(
                fixture.catalog.findOrCreateMovies(List.of(ref)).get(ref));
        new ItemCompletion(fixture.database, () -> Instant.EPOCH, fixture.catalog, List.of())
                .complete(named, called("Amelie"));

        assertThat(found("amelie")).containsExactly("Amelie");
        assertThat(found("montmartre")).isEmpty();
        assertThat(fixture.catalog.findMovieIds(List.of(ref))).containsValue(named);
    }

    @Test
    void aMergedItemIsFoundOnce() {
        fixture.add(called("Amelie"));
        fixture.add(new MovieItem(
                new Ids("tt0211915", null, null, null, null),
                "Le Fabuleux Destin",
                2001,
                MovieFacts.NONE,
                List.of(),
                null));
        assertThat(found("fabuleux")).containsExactly("Le Fabuleux Destin");
        MovieId existing = fixture.catalog
                .findMovie(CatalogFixture.movieRef("amelie-2001"))
                .orElseThrow()
                .id();
        MovieId other = fixture.catalog
                .findMovie(CatalogFixture.movieRef("tt0211915"))
                .orElseThrow()
                .id();

        new ItemCompletion(fixture.database, () -> Instant.EPOCH, fixture.catalog, List.of()).merge(other, existing);

        assertThat(found("fabuleux")).containsExactly("Amelie");
        assertThat(found("amelie")).containsExactly("Amelie");
    }

    private static MovieItem called(String title, String... others) {
        List<AlternativeTitle> titles = Arrays.stream(others)
                .map(other -> new AlternativeTitle(other, null, null))
                .toList();
        return new MovieItem(Ids.NONE, title, 2001, MovieFacts.NONE, List.of(), null, titles);
    }

    @Test
    void ofEqualHitsTheBetterKnownComesFirst() {
        fixture.addMovies("Quiet River", "Wild River", "Long River");
        fixture.votes("Wild River", 2);
        fixture.votes("Long River", 1);

        assertThat(found("river")).containsExactly("Wild River", "Long River", "Quiet River");
    }

    @Test
    void itemsWithoutVotesAreOrderedByExternalVotes() {
        fixture.add(
                SearchFixture.movie("Quiet River", 2000, Ids.ofImdb("tt0000001")),
                SearchFixture.movie("Wild River", 2000, Ids.ofImdb("tt0000002")),
                SearchFixture.movie("Long River", 2000, Ids.ofImdb("tt0000003")));
        assertThat(found("river")).startsWith("Quiet River");

        fixture.setPopularity("tt0000003", 1_000_000);
        fixture.setPopularity("tt0000002", 5);
        assertThat(found("river")).containsExactly("Long River", "Wild River", "Quiet River");

        fixture.votes("Quiet River", 1);
        fixture.advance(IndexUpdater.VOTES_INTERVAL);
        assertThat(found("river")).as("one person here counts more").startsWith("Quiet River", "Long River");
    }

    @Test
    void votesAreUpdatedEveryMinute() {
        fixture.addMovies("Quiet River", "Wild River");
        assertThat(found("river")).startsWith("Quiet River");

        fixture.votes("Wild River", 1);
        fixture.advance(IndexUpdater.VOTES_INTERVAL);

        assertThat(found("river")).startsWith("Wild River");
    }

    @Test
    void withdrawnVotesDoNotCount() {
        fixture.addMovies("Quiet River", "Wild River");
        fixture.votes("Wild River", 1);
        fixture.advance(IndexUpdater.VOTES_INTERVAL);
        assertThat(found("river")).startsWith("Wild River");

        fixture.withdrawVotes("Wild River", 1);
        fixture.advance(IndexUpdater.VOTES_INTERVAL.multipliedBy(3));

        assertThat(found("river")).startsWith("Quiet River");
    }

    @Test
    void allWordsMustMatchAndTheLastCanBeAPrefix() {
        fixture.addMovies("The Social Network", "The Network");

        assertThat(found("social net")).containsExactly("The Social Network");
        assertThat(found("soc network")).isEmpty();
    }

    @Test
    void caseAccentsAndPunctuationAreIgnored() {
        fixture.addMovies("Amélie", "Schindler's List", "Law & Order");

        assertThat(found("AMELIE")).containsExactly("Amélie");
        assertThat(found("schindlers list")).containsExactly("Schindler's List");
        assertThat(found("law and order")).containsExactly("Law & Order");
    }

    @Test
    void toleratesOneTypoFromFourLettersAndTwoFromEight() {
        fixture.addMovies("Solaris", "Heat", "Interstellar", "Saw");

        assertThat(found("solarsi")).containsExactly("Solaris");
        assertThat(found("haet")).containsExactly("Heat");
        assertThat(found("intersetlar")).containsExactly("Interstellar");
        assertThat(found("slorai")).isEmpty();
        assertThat(found("sqw")).isEmpty();
    }

    @Test
    void exactMatchesComeBeforeFuzzyOnes() {
        fixture.addMovies("Polaris", "Solaris Station");
        fixture.votes("Polaris", 5);

        assertThat(found("solaris")).containsExactly("Solaris Station", "Polaris");
    }

    @Test
    void aYearFiltersTitlesAndFindsNothingAlone() {
        fixture.add(SearchFixture.movie("Solaris", 1972, Ids.NONE), SearchFixture.movie("Solaris", 2002, Ids.NONE));

        assertThat(search.movies("solaris 2002", 10)).hasSize(1);
        assertThat(search.movies("solaris (1972)", 10)).hasSize(2);
        assertThat(search.movies("2002", 10)).isEmpty();
    }

    @Test
    void externalIdsFindTheirItems() {
        fixture.add(
                SearchFixture.movie("Batman Begins", 2005, new Ids("tt0372784", null, 272L, null, null)),
                SearchFixture.movie("272", 1999, Ids.NONE));

        assertThat(found("TT0372784")).containsExactly("Batman Begins");
        assertThat(found("272")).containsExactly("272", "Batman Begins");
    }

    @Test
    void provisionalItemsAreFoundAfterASourceConfirmsThem() {
        fixture.catalog.findOrCreateMovies(List.of(new MovieRef(Ids.NONE, "Holiday Video", 2012)));
        assertThat(found("holiday")).isEmpty();

        fixture.add(SearchFixture.movie("Holiday Video", 2012, Ids.NONE));
        assertThat(found("holiday")).containsExactly("Holiday Video");
    }

    @Test
    void newAndChangedTitlesAreFoundAtOnce() {
        Ids ids = new Ids("tt0372784", null, null, null, null);
        fixture.add(SearchFixture.movie("Batman 5", 2005, ids));
        assertThat(found("batman")).containsExactly("Batman 5");

        fixture.add(SearchFixture.movie("Gotham Begins", 2005, ids));

        assertThat(found("batman")).isEmpty();
        assertThat(found("gotham")).containsExactly("Gotham Begins");
    }

    @Test
    void showsEpisodesAndPeopleAreSearchedSeparately() {
        EpisodeItem episode = new EpisodeItem(1, Ids.NONE, new EpisodeFacts("Farm", null, null, null, null, null));
        fixture.add(new ShowItem(
                Ids.ofTvdb(213221),
                "Portlandia",
                2011,
                ShowFacts.NONE,
                List.of(),
                List.of(new SeasonItem(1, Ids.NONE, null, List.of(episode))),
                null));
        fixture.add(new PersonItem(Ids.NONE, "Fred Armisen", PersonFacts.NONE));

        assertThat(search.shows("portlandia", 10)).hasSize(1);
        assertThat(search.shows("213221", 10)).hasSize(1);
        assertThat(search.episodes("farm", 10)).hasSize(1);
        assertThat(search.people("armisen fred", 10)).hasSize(1);
        assertThat(search.movies("portlandia", 10)).isEmpty();
        assertThat(search.shows("farm", 10)).isEmpty();
    }

    @Test
    void usersAreFoundByNameAndByFullNameIfPublic() {
        UserId jake = fixture.userId("JakeWharton", "Jake Wharton", false);
        UserId hiding = fixture.userId("bob", "Robert Jakeson", true);

        assertThat(search.users("jakewharton", 10)).containsExactly(jake);
        assertThat(search.users("jake", 10)).containsExactly(jake);
        assertThat(search.users("bob", 10)).containsExactly(hiding);
    }

    @Test
    void newUsersAreFoundAfterTheIndexInterval() {
        assertThat(search.users("jake", 10)).isEmpty();
        UserId jake = fixture.userId("jake", null, false);

        fixture.advance(IndexUpdater.ACCOUNTS_INTERVAL);

        assertThat(search.users("jake", 10)).containsExactly(jake);
    }

    @Test
    void usersWhoAreNotSearchableAreNotFound() {
        UserId jake = fixture.userId("jake", "Jake Wharton", false);
        UserId hiding = fixture.userId("jakes-friend", null, true);
        assertThat(search.users("jake", 10)).containsExactly(jake, hiding);

        fixture.searchable("jake", false);
        fixture.searchable("jakes-friend", false);
        fixture.advance(IndexUpdater.ACCOUNTS_INTERVAL);
        assertThat(search.users("jake", 10)).isEmpty();
        assertThat(search.users("jake wharton", 10)).isEmpty();
        assertThat(search.rebuild()).as("nor in an index made anew").isZero();
        assertThat(search.users("jakes-friend", 10)).isEmpty();

        fixture.searchable("jake", true);
        fixture.advance(IndexUpdater.ACCOUNTS_INTERVAL);
        assertThat(search.users("jake", 10)).containsExactly(jake);
    }

    @Test
    void aRebuiltIndexReturnsTheSameResults() {
        fixture.addMovies("Quiet River", "Wild River", "Long River", "Rivers of Ice");
        fixture.votes("Long River", 2);
        List<String> previous = found("river");

        assertThat(search.rebuild()).isEqualTo(4);
        assertThat(found("river")).isEqualTo(previous).hasSize(4);
    }

    @Test
    void wildcardsAndQuerySyntaxAreIgnored() {
        fixture.addMovies("Heat");

        assertThat(found("*")).isEmpty();
        assertThat(found("he%")).containsExactly("Heat");
        assertThat(found("title:heat")).isEmpty();
        assertThat(found("   ")).isEmpty();
    }

    @Test
    void theNumberOfResultsIsLimited() {
        fixture.addMovies("Quiet River", "Wild River", "Long River");

        assertThat(search.movies("river", 2)).hasSize(2);
    }

    private List<String> found(String text) {
        return fixture.titles(search.movies(text, 10));
    }
}
