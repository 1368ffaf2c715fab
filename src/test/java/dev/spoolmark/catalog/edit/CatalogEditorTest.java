package dev.spoolmark.catalog.edit;

import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.tmdb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.edit.EditResult.Outdated;
import dev.spoolmark.catalog.edit.EditResult.Rejected;
import dev.spoolmark.catalog.edit.EditResult.Saved;
import dev.spoolmark.catalog.ingest.PrimarySourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Facts that are edited by hand, and sources that say something else.
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogEditorTest {

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    Accounts accounts;
    Account boss;
    CatalogEditor editor;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
        accounts = new Accounts(
                fixture.database, fixture::now, new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC));
        boss = account("boss", true);
        editor = new CatalogEditor(fixture.database, fixture::now, fixture.catalog, accounts.audit());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Account account(String name, boolean admin) {
        return accounts.create(new NewAccount(
                        name, null, Secret.sha1Of("correct horse battery"), admin, CreationOrigin.OPERATOR))
                .orElseThrow()
                .account();
    }

    private static MovieItem heat(String title, int year, String overview, String... genres) {
        MovieFacts facts = new MovieFacts(
                LocalDate.of(year, 12, 15), 170, "A tagline", overview, null, "R", Images.NONE, List.of(genres));
        return new MovieItem(new Ids("tt0113277", null, 949L, null, null), title, year, facts, List.of(), null);
    }

    private EditedItem heat() {
        return new EditedItem(
                Kind.MOVIE,
                Objects.requireNonNull(fixture.catalog
                                .findMovieIds(List.of(new MovieRef(tmdb(949), null, null)))
                                .values()
                                .iterator()
                                .next())
                        .value());
    }

    private Movie movieOf(EditedItem item) {
        MovieId id = new MovieId(item.id());
        return Objects.requireNonNull(fixture.catalog.movies(List.of(id)).get(id));
    }

    private EditResult edit(EditedItem item, String version, Map<FactField, String> changes) {
        Map<FactField, String> values =
                new EnumMap<>(editor.find(item).orElseThrow().values());
        values.putAll(changes);
        return editor.edit(item, version, values, boss, Actor.OPERATOR);
    }

    private Saved save(EditedItem item, Map<FactField, String> changes) {
        return (Saved) edit(item, editor.find(item).orElseThrow().version(), changes);
    }

    private Map<FactField, FactError> errors(EditedItem item, Map<FactField, String> changes) {
        return ((Rejected) edit(item, editor.find(item).orElseThrow().version(), changes)).errors();
    }

    @Test
    void anEditedFieldStaysAndTheOthersFollowTheSource() {
        fixture.has(heat("Heat", 1995, "Cops and robbers.", "Crime"));
        Saved saved = save(heat(), Map.of(FactField.TITLE, "Heat: the film", FactField.GENRES, "Drama, Crime"));
        fixture.has(heat("HEAT", 1996, "Robbers and cops.", "Action"));

        assertThat(saved.fields()).containsExactlyInAnyOrder(FactField.TITLE, FactField.GENRES);
        Movie movie = movieOf(heat());
        assertThat(movie.title()).isEqualTo("Heat: the film");
        assertThat(movie.facts().genres()).containsExactly("Drama", "Crime");
        assertThat(movie.facts().overview()).isEqualTo("Robbers and cops.");
        assertThat(movie.year()).isEqualTo(1996);
        assertThat(editor.edited(heat())).containsOnlyKeys(FactField.TITLE, FactField.GENRES);
    }

    @Test
    void anEmptiedFieldStaysEmpty() {
        fixture.has(heat("Heat", 1995, "Cops and robbers.", "Crime"));
        EditedItem item = heat();
        save(
                item,
                Map.of(
                        FactField.YEAR, "",
                        FactField.OVERVIEW, "",
                        FactField.GENRES, "",
                        FactField.RELEASED, "",
                        FactField.IMDB, ""));
        fixture.has(heat("Heat", 1995, "Cops and robbers.", "Crime"));

        Movie movie = movieOf(item);
        assertThat(movie.year()).isNull();
        assertThat(movie.facts().overview()).isNull();
        assertThat(movie.facts().genres()).isEmpty();
        assertThat(movie.facts().released()).isNull();
        assertThat(movie.ids()).isEqualTo(tmdb(949));
        assertThat(movie.facts().tagline()).isEqualTo("A tagline");
    }

    @Test
    void whatThePrimarySourceWithdrawsStaysIfItWasEdited() {
        MovieItem full = heat("Heat", 1995, "Cops and robbers.", "Crime");
        fixture.has(full);
        MovieId id = new MovieId(heat().id());
        fixture.completion().complete(id, full, PrimarySourceItem.of(full, List.of()));
        save(heat(), Map.of(FactField.OVERVIEW, "Written by hand."));

        MovieItem bare = movie("Heat", 1995, tmdb(949));
        fixture.completion().complete(id, bare, PrimarySourceItem.of(bare, List.of()));

        Movie movie = movieOf(heat());
        assertThat(movie.facts().overview()).isEqualTo("Written by hand.");
        assertThat(movie.facts().tagline()).as("withdrawn").isNull();
    }

    @Test
    void aReleasedFieldFollowsTheSourceAgainAndALookupIsQueued() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        save(heat(), Map.of(FactField.YEAR, "1994"));
        editor.release(heat(), FactField.YEAR, boss, Actor.OPERATOR);

        assertThat(movieOf(heat()).year()).isEqualTo(1994);
        assertThat(editor.edited(heat())).isEmpty();
        assertThat(fixture.count("SELECT count(*) FROM source_job WHERE kind = 1 AND item_id = " + heat().id()))
                .isEqualTo(1);
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        assertThat(movieOf(heat()).year()).isEqualTo(1995);
    }

    @Test
    void factsOfAShowItsSeasonsEpisodesAndPeopleStay() {
        EpisodeItem pilot = new EpisodeItem(
                1, Ids.ofTvdb(11), new EpisodeFacts("Pilot", "It begins.", LocalDate.of(2010, 1, 1), null, 45, null));
        ShowItem item = show("Ours", 2010, Ids.ofTvdb(5), new SeasonItem(1, Ids.ofTvdb(7), null, List.of(pilot)));
        PersonItem actor =
                new PersonItem(Ids.ofImdb("nm0000001"), "An Actor", new PersonFacts("Born.", null, null, null));
        fixture.has(item, actor);
        ShowId showId = fixture.catalog
                .findShowIds(List.of(CatalogFixture.tvdb(5)))
                .values()
                .iterator()
                .next();
        EditedItem show = new EditedItem(Kind.SHOW, showId.value());
        EditedItem season = new EditedItem(
                Kind.SEASON,
                fixture.catalog.guide(showId).season(1).orElseThrow().id().value());
        EpisodeId episodeId =
                fixture.catalog.guide(showId).episode(1, 1).orElseThrow().id();
        EditedItem episode = new EditedItem(Kind.EPISODE, episodeId.value());
        EditedItem person = new EditedItem(Kind.PERSON, fixture.count("SELECT person_id FROM person"));

        save(show, Map.of(FactField.STATUS, "Ended", FactField.NETWORK, "BBC", FactField.TVDB, "6"));
        save(season, Map.of(FactField.TVDB, "8"));
        save(episode, Map.of(FactField.TITLE, "The first", FactField.AIR_DATE, "2010-02-03", FactField.RUNTIME, "50"));
        save(person, Map.of(FactField.TITLE, "An Actress", FactField.BIRTHDAY, "1970-01-02"));
        fixture.has(item, actor);

        assertThat(editor.find(show).orElseThrow().values())
                .containsEntry(FactField.STATUS, "Ended")
                .containsEntry(FactField.NETWORK, "BBC")
                .containsEntry(FactField.TVDB, "6");
        assertThat(editor.find(season).orElseThrow().value(FactField.TVDB)).isEqualTo("8");
        Episode edited = Objects.requireNonNull(
                fixture.catalog.episodes(List.of(episodeId)).get(episodeId));
        assertThat(edited.facts().title()).isEqualTo("The first");
        assertThat(edited.facts().airDate()).isEqualTo("2010-02-03");
        assertThat(edited.facts().airsAt()).as("follows from the date").isNotNull();
        assertThat(edited.facts().runtime()).isEqualTo(50);
        assertThat(edited.facts().overview()).isEqualTo("It begins.");
        assertThat(editor.find(person).orElseThrow().values())
                .containsEntry(FactField.TITLE, "An Actress")
                .containsEntry(FactField.BIRTHDAY, "1970-01-02")
                .containsEntry(FactField.OVERVIEW, "Born.");
        assertThat(fixture.count("SELECT count(*) FROM person")).isEqualTo(1);
        assertThat(fixture.count("SELECT count(*) FROM show")).isEqualTo(1);
        assertThat(editor.newest(10)).hasSize(4);
    }

    @Test
    void anEpisodeStaysAtItsEditedPlaceAndKeepsFollowingTheSource() {
        ShowItem listed = numbered("Pilot", "Second", "Third");
        fixture.has(listed);
        ShowId show = fixture.catalog
                .findShowIds(List.of(CatalogFixture.tvdb(5)))
                .values()
                .iterator()
                .next();
        fixture.completion().complete(show, listed, PrimarySourceItem.of(listed, List.of()));
        EditedItem pilot = episodeAt(show, 1, 1);
        EditedItem second = episodeAt(show, 1, 2);

        assertThat(errors(pilot, Map.of(FactField.NUMBER, "1x02")))
                .containsEntry(FactField.NUMBER, new FactError.Taken(second, "Ours 1x02"));
        assertThat(errors(pilot, Map.of(FactField.NUMBER, ""))).containsOnlyKeys(FactField.NUMBER);
        assertThat(errors(pilot, Map.of(FactField.NUMBER, "1.2"))).containsOnlyKeys(FactField.NUMBER);
        save(pilot, Map.of(FactField.NUMBER, "0x9"));
        save(second, Map.of(FactField.NUMBER, "1x1"));
        ShowItem newer = numbered("The pilot", "The second", "The third");
        fixture.has(newer);
        fixture.completion().complete(show, newer, PrimarySourceItem.of(newer, List.of()));

        assertThat(episodeAt(show, 0, 9)).isEqualTo(pilot);
        assertThat(episodeAt(show, 1, 1)).isEqualTo(second);
        assertThat(fixture.catalog.guide(show).episodes())
                .map(episode -> episode.season() + "x" + episode.number() + " " + episode.title())
                .containsExactly("0x9 The pilot", "1x1 The second", "1x3 The third");
    }

    private EditedItem episodeAt(ShowId show, int season, int number) {
        return new EditedItem(
                Kind.EPISODE,
                fixture.catalog
                        .guide(show)
                        .episode(season, number)
                        .orElseThrow()
                        .id()
                        .value());
    }

    private static ShowItem numbered(String... titles) {
        List<EpisodeItem> episodes = new ArrayList<>();
        for (String title : titles) {
            int number = episodes.size() + 1;
            episodes.add(
                    new EpisodeItem(number, Ids.ofTvdb(number), new EpisodeFacts(title, null, null, null, null, null)));
        }
        return show("Ours", 2010, Ids.ofTvdb(5), new SeasonItem(1, Ids.NONE, null, episodes));
    }

    @Test
    void aSecondSaveOfAnOldFormStoresNothing() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        String version = editor.find(heat()).orElseThrow().version();
        save(heat(), Map.of(FactField.YEAR, "1994"));

        EditResult second = edit(heat(), version, Map.of(FactField.YEAR, "1996"));
        assertThat(second).isInstanceOf(Outdated.class);
        assertThat(((Outdated) second).facts().value(FactField.YEAR)).isEqualTo("1994");
        assertThat(movieOf(heat()).year()).isEqualTo(1994);
    }

    @Test
    void anUnchangedFormEditsNothing() {
        fixture.has(heat("Heat", 1995, "Cops and robbers.", "Crime", "Drama"));

        assertThat(save(heat(), Map.of()).fields()).isEmpty();
        assertThat(editor.edited(heat())).isEmpty();
    }

    @Test
    void anIdThatAnotherItemHasIsNamedAndAFormerOneMoves() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."), movie("Hitze", 1996, tmdb(5)));
        long other = fixture.count("SELECT movie_id FROM movie WHERE title = 'Hitze'");

        assertThat(errors(heat(), Map.of(FactField.TMDB, "5")))
                .containsOnlyKeys(FactField.TMDB)
                .containsValue(new FactError.Taken(new EditedItem(Kind.MOVIE, other), "Hitze (1996)"));
        save(new EditedItem(Kind.MOVIE, other), Map.of(FactField.TMDB, "6"));
        save(heat(), Map.of(FactField.TMDB, "5"));
        assertThat(fixture.count("SELECT item_id FROM external_id WHERE kind = 1 AND value = '5'"))
                .isEqualTo(new EditedItem(Kind.MOVIE, fixture.count("SELECT movie_id FROM movie WHERE title = 'Heat'"))
                        .id());
    }

    @Test
    void valuesWithoutTheFormOfTheirFieldAreErrorsBesideIt() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."));

        assertThat(errors(
                        heat(),
                        Map.of(
                                FactField.TITLE, "\u200b ",
                                FactField.YEAR, "95",
                                FactField.RELEASED, "1995-02-30",
                                FactField.RUNTIME, "-3",
                                FactField.IMDB, "nm0000001",
                                FactField.TMDB, "99999999999999999999",
                                FactField.TAGLINE, "x".repeat(1_001))))
                .containsOnlyKeys(
                        FactField.TITLE,
                        FactField.YEAR,
                        FactField.RELEASED,
                        FactField.RUNTIME,
                        FactField.IMDB,
                        FactField.TMDB,
                        FactField.TAGLINE);
        assertThat(errors(heat(), Map.of(FactField.YEAR, "1849", FactField.RUNTIME, "100001")))
                .hasSize(2);
        assertThat(movieOf(heat()).year()).isEqualTo(1995);
    }

    @Test
    void theFormerTitleKeepsLeadingToTheItem() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        EditedItem item = heat();
        save(item, Map.of(FactField.TITLE, "Hitze"));

        assertThat(fixture.catalog
                        .findMovieIds(List.of(movieRef("Heat", 1995), movieRef("Hitze", 1995)))
                        .values())
                .containsOnly(new MovieId(item.id()))
                .hasSize(2);
    }

    @Test
    void anEditIsInTheSecurityLog() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        save(heat(), Map.of(FactField.YEAR, "1994", FactField.OVERVIEW, "x\ny" + "z".repeat(100)));

        assertThat(accounts.audit().newest(1).getFirst()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("catalog-edited");
            assertThat(entry.user()).isEqualTo(boss.id().value());
            assertThat(entry.detail())
                    .startsWith("movie " + heat().id() + " Heat (1995): ")
                    .contains("year 1995 -> 1994", "overview Cops and robbers. -> x yzz")
                    .doesNotContain("\n");
        });
    }

    @Test
    void onlyAdministratorsEdit() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        Account ann = account("ann", false);
        EditedItem.Facts facts = editor.find(heat()).orElseThrow();

        assertThatThrownBy(() -> editor.edit(heat(), facts.version(), facts.values(), ann, Actor.OPERATOR))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> editor.release(heat(), FactField.YEAR, ann, Actor.OPERATOR))
                .isInstanceOf(ProblemException.class);
        assertThat(editor.find(new EditedItem(Kind.MOVIE, 999_999))).isEmpty();
    }

    @Test
    void aProvisionalShowIsConfirmedWithItsEpisodes() {
        ItemConfirmation confirmation =
                new ItemConfirmation(fixture.database, fixture::now, fixture.catalog, accounts.audit());
        fixture.catalog.findOrCreateEpisodes(
                List.of(CatalogFixture.episode(CatalogFixture.showRef("Home videos", 2020), 1, 2)));
        EditedItem show = new EditedItem(Kind.SHOW, fixture.count("SELECT show_id FROM show"));

        assertThat(confirmation.confirm(show, boss, Actor.OPERATOR)).isTrue();
        assertThat(confirmation.confirm(show, boss, Actor.OPERATOR)).as("again").isFalse();
        for (String table : List.of("show", "season", "episode")) {
            assertThat(fixture.count("SELECT count(*) FROM " + table + " WHERE NOT provisional"))
                    .as(table)
                    .isEqualTo(1);
        }
    }

    @Test
    void anItemWithoutATitleIsNotConfirmed() {
        ItemConfirmation confirmation =
                new ItemConfirmation(fixture.database, fixture::now, fixture.catalog, accounts.audit());
        fixture.catalog.findOrCreateMovies(List.of(new MovieRef(tmdb(949), null, null)));
        EditedItem movie = new EditedItem(Kind.MOVIE, fixture.count("SELECT movie_id FROM movie"));

        assertThat(confirmation.confirm(movie, boss, Actor.OPERATOR)).isFalse();
        save(movie, Map.of(FactField.TITLE, "Heat"));
        assertThat(confirmation.confirm(movie, boss, Actor.OPERATOR)).isTrue();
    }

    @Test
    void aMergedItemIsGoneAndTheRemainingOneKeepsItsEdits() {
        fixture.has(heat("Heat", 1995, "Cops and robbers."), movie("Hitze", 1995, tmdb(5)));
        EditedItem item = heat();
        EditedItem other =
                new EditedItem(Kind.MOVIE, fixture.count("SELECT movie_id FROM movie WHERE title = 'Hitze'"));
        save(item, Map.of(FactField.YEAR, "1994"));
        save(other, Map.of(FactField.YEAR, "1993"));

        fixture.completion().merge(new MovieId(other.id()), new MovieId(item.id()));
        fixture.pass(Duration.ofHours(1));
        fixture.completion().resume();

        assertThat(editor.find(other)).isEmpty();
        assertThat(editor.edited(other)).isEmpty();
        fixture.has(heat("Heat", 1995, "Cops and robbers."));
        assertThat(movieOf(item).year()).isEqualTo(1994);
        assertThat(movieOf(other).id()).isEqualTo(new MovieId(item.id()));
    }
}
