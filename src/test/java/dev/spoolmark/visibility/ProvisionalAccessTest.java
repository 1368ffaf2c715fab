package dev.spoolmark.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
import dev.spoolmark.UserRows;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.db.Engine;
import dev.spoolmark.social.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ProvisionalAccessTest {

    private static final ShowRef SHOW = new ShowRef(Ids.ofTvdb(7), "Nobody Knows", 2011);
    private static final Viewer DORA = new Viewer(new UserId(8));

    @Parameter
    Engine engine;

    private ReadWorld world;
    private ProvisionalAccess visibility;
    private Viewer ann;

    @BeforeEach
    void open() {
        world = new ReadWorld(engine);
        visibility = new ProvisionalAccess(world.database, world.catalog);
        ann = new Viewer(world.ann.owner());
    }

    @AfterEach
    void close() {
        world.close();
    }

    /// The actions of a user on a movie, by the table that stores them.
    enum UserAction {
        WATCHED,
        UNSEEN,
        RATED,
        COLLECTED,
        WATCHLISTED,
        COMMENTED,
        LISTED,
        WATCHING;

        void with(ReadWorld world, MovieId movie) {
            switch (this) {
                case WATCHED -> world.rows.addPlay(movie, 1, ReadWorld.NOW);
                case UNSEEN -> world.rows.addUnseenMark(movie, ReadWorld.NOW);
                case RATED -> world.rows.addRating(movie, 9);
                case COLLECTED -> world.rows.addCollected(movie);
                case WATCHLISTED -> world.rows.addToWatchlist(movie, 0);
                case COMMENTED -> world.rows.addComment(movie, false);
                case LISTED -> addToList(world, movie);
                case WATCHING -> watches(world, movie);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void usersWhoseDataReferencesAProvisionalMovieFindIt(UserAction action) {
        MovieId movie = provisionalMovie();
        action.with(world, movie);

        assertThat(visibility.movie(ann, CatalogFixture.movieRef("77"))).isPresent();
        assertThat(visibility.isVisible(ann, movie)).isTrue();
        assertThat(visibility.movie(DORA, CatalogFixture.movieRef("77"))).isEmpty();
        assertThat(visibility.movie(DORA, CatalogFixture.movieRef("nobody-knows-2011")))
                .isEmpty();
        assertThat(visibility.isVisible(DORA, movie)).isFalse();
        assertThat(visibility.movie(Viewer.ANONYMOUS, CatalogFixture.movieRef("77")))
                .isEmpty();
    }

    @Test
    void usersWithoutDataFindNothing() {
        provisionalMovie();

        assertThat(visibility.movie(ann, CatalogFixture.movieRef("nobody-knows-2011")))
                .isEmpty();
    }

    static final List<BiConsumer<UserRows, ShowGuide>> SHOW_REFERENCES = List.of(
            (rows, guide) -> rows.addRating(guide.show().id(), 9),
            (rows, guide) -> rows.addRating(guide.seasons().getFirst().id(), 9),
            (rows, guide) ->
                    rows.addPlay(guide.show().id(), guide.episodes().getFirst().id(), 1, ReadWorld.NOW));

    @ParameterizedTest
    @FieldSource("SHOW_REFERENCES")
    void aProvisionalShowIsVisibleThroughAnyPartOfIt(BiConsumer<UserRows, ShowGuide> names) {
        ShowGuide guide = provisionalEpisodes(1);
        assertThat(visibility.show(ann, CatalogFixture.showRef("7"))).isEmpty();

        names.accept(world.rows, guide);

        assertThat(visibility.show(ann, CatalogFixture.showRef("7"))).isPresent();
        assertThat(visibility.isVisible(ann, guide.show().id())).isTrue();
        assertThat(visibility.show(DORA, CatalogFixture.showRef("7"))).isEmpty();
        assertThat(visibility.isVisible(DORA, guide.show().id())).isFalse();
    }

    @Test
    void usersSeeOnlyTheirOwnProvisionalEpisodes() {
        ShowGuide guide = provisionalEpisodes(1, 2);
        EpisodeId second = guide.episode(1, 2).orElseThrow().id();
        world.rows.addCollected(guide.show().id(), second);

        assertThat(visibility.episodes(ann, guide)).extracting("id").containsExactly(second);
        assertThat(visibility.episodes(ann, guide, 1)).extracting("id").containsExactly(second);
        assertThat(visibility.episode(ann, guide, 1, 2)).isPresent();
        assertThat(visibility.episode(ann, guide, 1, 1)).isEmpty();
        assertThat(visibility.isVisible(ann, second)).isTrue();
        assertThat(visibility.episodes(DORA, guide)).isEmpty();
        assertThat(visibility.isVisible(DORA, second)).isFalse();
    }

    @Test
    void aProvisionalSeasonIsVisibleThroughItsEpisodes() {
        ShowGuide guide = provisionalEpisodes(1);
        Season season = guide.seasons().getFirst();
        world.rows.addCollected(guide.show().id(), guide.episodes().getFirst().id());

        assertThat(visibility.seasons(ann, guide)).containsExactly(season);
        assertThat(visibility.isVisible(ann, season.id())).isTrue();
        assertThat(visibility.seasons(DORA, guide)).isEmpty();
        assertThat(visibility.isVisible(DORA, season.id())).isFalse();
    }

    @Test
    void confirmedItemsAreVisibleToAllUsers() {
        ShowId show = world.show("Known", ReadWorld.season(1, ReadWorld.episode(1, "2013-06-24T20:00:00Z")));
        ShowGuide guide = world.catalog.guide(show);

        assertThat(visibility.show(Viewer.ANONYMOUS, CatalogFixture.showRef("known")))
                .isPresent();
        assertThat(visibility.episodes(Viewer.ANONYMOUS, guide)).hasSize(1);
        assertThat(visibility.seasons(Viewer.ANONYMOUS, guide)).hasSize(1);
        assertThat(visibility.isVisible(Viewer.ANONYMOUS, world.season(show, 1)))
                .isTrue();
        assertThat(visibility.isVisible(Viewer.ANONYMOUS, world.episode(show, 1, 1)))
                .isTrue();
    }

    private MovieId provisionalMovie() {
        MovieRef named = new MovieRef(Ids.ofTmdb(77), "Nobody Knows", 2011);
        return world.catalog
                .findOrCreateMovies(List.of(named))
                .values()
                .iterator()
                .next();
    }

    /// Episodes in the first season of the provisional show.
    private ShowGuide provisionalEpisodes(int... numbers) {
        Stream<EpisodeRef> named = Arrays.stream(numbers).mapToObj(number -> new EpisodeRef(SHOW, 1, number, Ids.NONE));
        world.catalog.findOrCreateEpisodes(named.toList());
        return world.catalog.guide(world.catalog.findShow(SHOW).orElseThrow().id());
    }

    private static void addToList(ReadWorld world, MovieId movie) {
        world.database.write(tx -> tx.update("""
                INSERT INTO list_item (user_id, list_id, kind, item_id, entry_id, rank, listed_at)
                VALUES (?, 1, 1, ?, 1, 1, 5)
                """, world.ann.owner().value(), movie.value()));
    }

    private static void watches(ReadWorld world, MovieId movie) {
        world.database.write(tx -> tx.update("""
                INSERT INTO watching (user_id, kind, item_id, show_id, checkin, started_at, expires_at, progress)
                VALUES (?, 1, ?, 0, FALSE, 5, 6, 0)
                """, world.ann.owner().value(), movie.value()));
    }
}
