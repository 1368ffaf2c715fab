package dev.spoolmark.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
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

    private UserDataFixture fixture;
    private ProvisionalAccess visibility;
    private Viewer ann;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        visibility = new ProvisionalAccess(fixture.database, fixture.catalog);
        ann = new Viewer(fixture.ann.owner());
    }

    @AfterEach
    void close() {
        fixture.close();
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

        void with(UserDataFixture fixture, MovieId movie) {
            switch (this) {
                case WATCHED -> fixture.rows.addPlay(movie, 1, UserDataFixture.NOW);
                case UNSEEN -> fixture.rows.addUnseenMark(movie, UserDataFixture.NOW);
                case RATED -> fixture.rows.addRating(movie, 9);
                case COLLECTED -> fixture.rows.addCollected(movie);
                case WATCHLISTED -> fixture.rows.addToWatchlist(movie, 0);
                case COMMENTED -> fixture.rows.addComment(movie, false);
                case LISTED -> addToList(fixture, movie);
                case WATCHING -> watches(fixture, movie);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void usersWhoseDataReferencesAProvisionalMovieFindIt(UserAction action) {
        MovieId movie = provisionalMovie();
        action.with(fixture, movie);

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
                    rows.addPlay(guide.show().id(), guide.episodes().getFirst().id(), 1, UserDataFixture.NOW));

    @ParameterizedTest
    @FieldSource("SHOW_REFERENCES")
    void aProvisionalShowIsVisibleThroughAnyPartOfIt(BiConsumer<UserRows, ShowGuide> names) {
        ShowGuide guide = provisionalEpisodes(1);
        assertThat(visibility.show(ann, CatalogFixture.showRef("7"))).isEmpty();

        names.accept(fixture.rows, guide);

        assertThat(visibility.show(ann, CatalogFixture.showRef("7"))).isPresent();
        assertThat(visibility.isVisible(ann, guide.show().id())).isTrue();
        assertThat(visibility.show(DORA, CatalogFixture.showRef("7"))).isEmpty();
        assertThat(visibility.isVisible(DORA, guide.show().id())).isFalse();
    }

    @Test
    void usersSeeOnlyTheirOwnProvisionalEpisodes() {
        ShowGuide guide = provisionalEpisodes(1, 2);
        EpisodeId second = guide.episode(1, 2).orElseThrow().id();
        fixture.rows.addCollected(guide.show().id(), second);

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
        fixture.rows.addCollected(guide.show().id(), guide.episodes().getFirst().id());

        assertThat(visibility.seasons(ann, guide)).containsExactly(season);
        assertThat(visibility.isVisible(ann, season.id())).isTrue();
        assertThat(visibility.seasons(DORA, guide)).isEmpty();
        assertThat(visibility.isVisible(DORA, season.id())).isFalse();
    }

    @Test
    void confirmedItemsAreVisibleToAllUsers() {
        ShowId show =
                fixture.show("Known", UserDataFixture.season(1, UserDataFixture.episode(1, "2013-06-24T20:00:00Z")));
        ShowGuide guide = fixture.catalog.guide(show);

        assertThat(visibility.show(Viewer.ANONYMOUS, CatalogFixture.showRef("known")))
                .isPresent();
        assertThat(visibility.episodes(Viewer.ANONYMOUS, guide)).hasSize(1);
        assertThat(visibility.seasons(Viewer.ANONYMOUS, guide)).hasSize(1);
        assertThat(visibility.isVisible(Viewer.ANONYMOUS, fixture.season(show, 1)))
                .isTrue();
        assertThat(visibility.isVisible(Viewer.ANONYMOUS, fixture.episode(show, 1, 1)))
                .isTrue();
    }

    private MovieId provisionalMovie() {
        MovieRef named = new MovieRef(Ids.ofTmdb(77), "Nobody Knows", 2011);
        return fixture.catalog
                .findOrCreateMovies(List.of(named))
                .values()
                .iterator()
                .next();
    }

    /// Episodes in the first season of the provisional show.
    private ShowGuide provisionalEpisodes(int... numbers) {
        Stream<EpisodeRef> named = Arrays.stream(numbers).mapToObj(number -> new EpisodeRef(SHOW, 1, number, Ids.NONE));
        fixture.catalog.findOrCreateEpisodes(named.toList());
        return fixture.catalog.guide(
                fixture.catalog.findShow(SHOW).orElseThrow().id());
    }

    private static void addToList(UserDataFixture fixture, MovieId movie) {
        fixture.database.write(tx -> tx.update("""
                INSERT INTO list_item (user_id, list_id, kind, item_id, entry_id, rank, listed_at)
                VALUES (?, 1, 1, ?, 1, 1, 5)
                """, fixture.ann.owner().value(), movie.value()));
    }

    private static void watches(UserDataFixture fixture, MovieId movie) {
        fixture.database.write(tx -> tx.update("""
                INSERT INTO watching (user_id, kind, item_id, show_id, checkin, started_at, expires_at, progress)
                VALUES (?, 1, ?, 0, FALSE, 5, 6, 0)
                """, fixture.ann.owner().value(), movie.value()));
    }
}
