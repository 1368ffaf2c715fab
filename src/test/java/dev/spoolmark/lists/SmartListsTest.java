package dev.spoolmark.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.Follows;
import dev.spoolmark.watchlist.Watchlist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What the rules of smart lists find.
@ParameterizedClass
@EnumSource(Engine.class)
class SmartListsTest {

    private static final UserId ANN = new UserId(7);
    private static final UserId BOB = new UserId(8);

    @Parameter
    Engine engine;

    UserDataFixture world;
    Lists lists;
    SmartLists smart;
    Watchlist watchlist;
    Map<MediaId, Integer> means = new HashMap<>();
    MovieId alien;
    MovieId brazil;
    MovieId cube;
    ShowId lost;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        lists = new Lists(world.database, world.clock, new Follows(world.database, world.clock));
        smart = lists.smart(items -> means);
        watchlist = new Watchlist(world.database, new ActivityStamps(), world.clock);
        alien = movie("Alien", 1979, 117, "R", "Horror", "Science Fiction");
        brazil = movie("Brazil", 1985, 132, null, "Comedy");
        cube = movie("Cube", 1997, 90, "R", "Horror");
        lost = world.show(
                "Lost",
                UserDataFixture.season(
                        1,
                        UserDataFixture.episode(1, "2010-09-22T20:00:00Z"),
                        UserDataFixture.episode(2, "2023-09-29T20:00:00Z")));
        watchlist.addMovies(ANN, List.of(alien, brazil, cube));
        watchlist.addShows(ANN, List.of(lost));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private MovieId movie(String title, int year, int runtime, @Nullable String certification, String... genres) {
        MovieFacts facts = new MovieFacts(null, runtime, null, null, null, certification, Images.NONE, List.of(genres));
        new CatalogImport(world.database, world.clock, world.catalog)
                .apply(List.of(new MovieItem(Ids.NONE, title, year, facts, List.of(), null)));
        return world.catalog
                .findMovie(CatalogFixture.movieRef(title, year))
                .orElseThrow()
                .id();
    }

    private static SmartRules rules(boolean isAny, SmartCondition... conditions) {
        return new SmartRules(
                Set.of(Kind.MOVIE, Kind.SHOW),
                Set.of(SmartSource.WATCHLIST),
                null,
                isAny,
                List.of(conditions),
                null,
                ItemOrder.TITLE,
                100);
    }

    private static SmartCondition when(SmartField field, String value) {
        return new SmartCondition(field, value);
    }

    private List<MediaId> find(SmartRules rules) {
        return smart.find(ANN, rules, false);
    }

    @Test
    void conditionsAreAllMetOrOneIsEnough() {
        SmartCondition horror = when(SmartField.GENRE, "Horror");
        SmartCondition old = when(SmartField.YEAR_TO, "1990");

        assertThat(find(rules(false))).containsExactly(alien, brazil, cube, lost);
        assertThat(find(rules(false, horror, old))).containsExactly(alien);
        assertThat(find(rules(true, horror, old))).containsExactly(alien, brazil, cube);
        assertThat(smart.find(BOB, rules(true, horror, old), false)).isEmpty();
    }

    @Test
    void eachConditionComparesOneField() {
        new Ratings(world.database, new ActivityStamps(), world.clock)
                .rate(ANN, List.of(new RatingChange(alien, new Score(9)), new RatingChange(cube, new Score(4))));
        new CollectionItems(world.database, new ActivityStamps(), world.clock).addMovies(ANN, List.of(brazil));
        watch(ANN, cube.kind(), cube.value(), 0);

        assertThat(find(rules(false, when(SmartField.NOT_GENRE, "Horror")))).containsExactly(brazil, lost);
        assertThat(find(rules(false, when(SmartField.YEAR_FROM, "1985")))).containsExactly(brazil, cube, lost);
        assertThat(find(rules(false, when(SmartField.RATING_FROM, "5")))).containsExactly(alien);
        assertThat(find(rules(false, when(SmartField.RATING_TO, "5")))).containsExactly(cube);
        assertThat(find(rules(false, when(SmartField.WATCHED, "")))).containsExactly(cube);
        assertThat(find(rules(false, when(SmartField.UNWATCHED, "")))).containsExactly(alien, brazil, lost);
        assertThat(find(rules(false, when(SmartField.COLLECTED, "")))).containsExactly(brazil);
        assertThat(find(rules(false, when(SmartField.NOT_COLLECTED, "")))).containsExactly(alien, cube, lost);
        assertThat(find(rules(false, when(SmartField.NOT_IN_WATCHLIST, "")))).isEmpty();
        assertThat(find(rules(false, when(SmartField.IN_WATCHLIST, "")))).hasSize(4);
        assertThat(find(rules(false, when(SmartField.CERTIFICATION, "r")))).containsExactly(alien, cube);
        assertThat(find(rules(false, when(SmartField.NETWORK, "ABC")))).isEmpty();
        assertThat(find(rules(false, when(SmartField.COUNTRY, "us")))).isEmpty();
        assertThat(find(rules(false, when(SmartField.RUNTIME_FROM, "117")))).containsExactly(alien, brazil);
        assertThat(find(rules(false, when(SmartField.RUNTIME_TO, "117")))).containsExactly(alien, cube);
        assertThat(find(rules(false, when(SmartField.ADDED_DAYS, "1")))).hasSize(4);
    }

    /// The second episode of the show airs later.
    @Test
    void aShowIsWatchedWhenItsAiredEpisodesAre() {
        EpisodeId pilot = world.episode(lost, 1, 1);

        assertThat(find(rules(false, when(SmartField.WATCHED, "")))).isEmpty();
        watch(ANN, pilot.kind(), pilot.value(), lost.value());
        assertThat(find(rules(false, when(SmartField.WATCHED, "")))).containsExactly(lost);
    }

    private void watch(UserId user, Kind kind, long item, long show) {
        world.database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, last_at) VALUES (?, ?, ?, ?, 1, ?)",
                user.value(),
                kind.number(),
                item,
                show,
                UserDataFixture.NOW));
    }

    @Test
    void eachSourceIsReadOnceAndItemsOfSeveralOccurOnce() {
        new Ratings(world.database, new ActivityStamps(), world.clock)
                .rate(ANN, List.of(new RatingChange(alien, new Score(9))));
        EpisodeId pilot = world.episode(lost, 1, 1);
        new CollectionItems(world.database, new ActivityStamps(), world.clock).addEpisodes(ANN, lost, List.of(pilot));
        watch(ANN, pilot.kind(), pilot.value(), lost.value());
        UserList own = lists.create(ANN, new ListSettings("Own", "", Privacy.PRIVATE, true, true));
        lists.add(ANN, "own", List.of(cube, world.season(lost, 1)));

        assertThat(find(from(null, SmartSource.RATED))).containsExactly(alien);
        assertThat(find(from(null, SmartSource.COLLECTION))).containsExactly(lost);
        assertThat(find(from(null, SmartSource.WATCHED))).containsExactly(lost);
        assertThat(find(from(own.id()))).containsExactly(cube);
        assertThat(find(from(own.id(), SmartSource.values()))).containsExactly(alien, brazil, cube, lost);
        assertThat(smart.find(BOB, from(own.id()), false)).isEmpty();
    }

    private static SmartRules from(@Nullable ListId list, SmartSource... sources) {
        return new SmartRules(
                Set.of(Kind.MOVIE, Kind.SHOW), Set.of(sources), list, false, List.of(), null, ItemOrder.TITLE, 500);
    }

    @Test
    void theMeanRatingOfEveryoneKindsOrderAndLimitHoldBesideConditions() {
        means.putAll(Map.of(alien, 80, cube, 69));
        SmartRules rules = new SmartRules(
                Set.of(Kind.MOVIE), Set.of(SmartSource.WATCHLIST), null, false, List.of(), 7, ItemOrder.TITLE, 5);
        SmartRules newest = new SmartRules(
                Set.of(Kind.MOVIE), Set.of(SmartSource.WATCHLIST), null, false, List.of(), null, ItemOrder.YEAR, 2);

        assertThat(find(rules)).containsExactly(alien);
        assertThat(find(newest)).containsExactly(cube, brazil);
    }

    @Test
    void othersFindConfirmedItemsOnly() {
        MovieId secret = world.catalog
                .findOrCreateMovies(List.of(CatalogFixture.movieRef("Home Video", 2001)))
                .values()
                .iterator()
                .next();
        watchlist.addMovies(ANN, List.of(secret));

        assertThat(find(rules(false))).contains(secret);
        assertThat(smart.find(ANN, rules(false), true)).doesNotContain(secret).hasSize(4);
    }

    @Test
    void rulesAreStoredAndChanged() {
        SmartRules first = rules(true, when(SmartField.GENRE, "Science Fiction"), when(SmartField.UNWATCHED, ""));
        SmartRules second =
                new SmartRules(Set.of(Kind.SHOW), Set.of(), new ListId(5), false, List.of(), 10, ItemOrder.RATING, 1);

        UserList created = smart.create(ANN, new ListSettings("Smart", "", Privacy.PUBLIC, false, true), first);
        assertThat(created.isSmart()).isTrue();
        assertThat(smart.rules(lists.get(ANN, "smart"))).isEqualTo(first);
        smart.change(ANN, "smart", second);
        assertThat(smart.rules(lists.get(ANN, "smart"))).isEqualTo(second);
        assertThatThrownBy(() -> smart.change(BOB, "smart", second)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lists.add(ANN, "smart", List.of(alien))).isInstanceOf(ProblemException.class);
        lists.create(ANN, new ListSettings("Plain", "", Privacy.PUBLIC, false, true));
        assertThatThrownBy(() -> smart.change(ANN, "plain", second)).isInstanceOf(ProblemException.class);
    }

    @Test
    void impossibleRulesAreRejected() {
        Set<Kind> movies = Set.of(Kind.MOVIE);
        Set<SmartSource> rated = Set.of(SmartSource.RATED);

        assertThatThrownBy(() -> new SmartRules(Set.of(), rated, null, true, List.of(), null, ItemOrder.TITLE, 1))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new SmartRules(movies, Set.of(), null, true, List.of(), null, ItemOrder.TITLE, 1))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new SmartRules(movies, rated, null, true, List.of(), null, ItemOrder.RANK, 1))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new SmartRules(movies, rated, null, true, List.of(), null, ItemOrder.TITLE, 501))
                .isInstanceOf(ProblemException.class);
        for (String value : List.of("", "x", "1849", "-1", "99999999999", "19e2")) {
            assertThatThrownBy(() -> when(SmartField.YEAR_FROM, value)).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> when(SmartField.GENRE, "x".repeat(101))).isInstanceOf(ProblemException.class);
        assertThat(when(SmartField.GENRE, "a\nlimit 500").value()).doesNotContain("\n");
    }
}
