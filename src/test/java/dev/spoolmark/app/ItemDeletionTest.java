package dev.spoolmark.app;

import static dev.spoolmark.app.MergeFixture.BY_IMDB;
import static dev.spoolmark.app.MergeFixture.BY_TMDB;
import static dev.spoolmark.app.MergeFixture.SHOW_BY_IMDB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMigration;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.Watchable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Movies and shows that an administrator deletes.
@ParameterizedClass
@EnumSource(Engine.class)
class ItemDeletionTest {

    @Parameter
    Engine engine;

    MergeFixture fixture;
    MovieId movie;
    final AtomicInteger notes = new AtomicInteger();

    @BeforeEach
    void open() {
        fixture = new MergeFixture(engine);
        fixture.has(MergeFixture.batmanByTmdb(), MergeFixture.walkingDead(Ids.ofImdb("tt1520211"), 3));
        movie = fixture.movie(BY_TMDB);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private boolean delete(MediaId item) {
        return fixture.features.catalogMerge().delete(item, _ -> notes.incrementAndGet());
    }

    private void passGrace() {
        fixture.clock.forward(UserDataMigration.GRACE.plusSeconds(1));
        fixture.features.catalogMerge().resume();
    }

    @Test
    void anUnusedMovieIsNotFoundAnyMoreAndLaterItsRowsAreGone() {
        assertThat(delete(movie)).isTrue();

        assertThat(fixture.features
                        .catalog()
                        .findMovieIds(List.of(BY_TMDB, CatalogFixture.movieRef("Batman Begins", 2005))))
                .isEmpty();
        passGrace();
        for (String table : List.of("movie", "item_migration", "source_job", "slug WHERE kind = 1")) {
            assertThat(fixture.count("SELECT count(*) FROM " + table)).as(table).isZero();
        }
        assertThat(notes).hasValue(1);
        assertThat(fixture.check()).isEmpty();
    }

    @Test
    void anUnusedShowIsDeletedWithItsEpisodes() {
        ShowId show = fixture.show(SHOW_BY_IMDB);

        assertThat(delete(show)).isTrue();
        passGrace();
        for (String table : List.of("show", "season", "episode", "external_id WHERE kind <> 1")) {
            assertThat(fixture.count("SELECT count(*) FROM " + table)).as(table).isZero();
        }
    }

    @Test
    void anItemWithDataOfAUserStays() {
        fixture.scrobble(fixture.ann, movie);
        ShowId show = fixture.show(SHOW_BY_IMDB);
        EpisodeId episode = fixture.episode(SHOW_BY_IMDB, 1, 2);
        fixture.scrobble(fixture.ann.id(), Watchable.of(episode, show), 9_000);

        assertThat(delete(movie)).isFalse();
        assertThat(delete(show)).isFalse();
        assertThat(notes).hasValue(0);
        assertThat(fixture.movie(BY_TMDB)).isEqualTo(movie);
    }

    @Test
    void anItemThatARequestUsesMeanwhileStaysForThisUser() {
        assertThat(delete(movie)).isTrue();
        fixture.scrobble(fixture.ann, movie); // by a request that found it before
        passGrace();

        assertThat(fixture.plays(fixture.ann, movie)).isEqualTo(1);
        assertThat(fixture.features.catalog().movies(List.of(movie))).containsKey(movie);
        assertThat(fixture.count("SELECT count(*) FROM item_migration")).isZero();
    }

    @Test
    void anItemThatAnotherWasMergedIntoStays() {
        fixture.features.catalogMerge().merge(fixture.movie(BY_IMDB), movie);

        assertThat(delete(movie)).isFalse();
    }

    @Test
    void aSourceAddsADeletedItemAgain() {
        delete(movie);
        fixture.has(MergeFixture.BATMAN);
        passGrace();

        assertThat(fixture.movie(BY_TMDB)).isNotEqualTo(movie);
        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(1);
    }
}
