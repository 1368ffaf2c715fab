package dev.spoolmark.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.activity.WatchedFilter;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The own order of the watchlist, its notes and filters, and removals that are undone.
@ParameterizedClass
@EnumSource(Engine.class)
class WatchlistArrangementTest {

    private static final UserId ANN = new UserId(7);

    @Parameter
    Engine engine;

    UserDataFixture world;
    Watchlist watchlist;
    WatchlistArrangement arrangement;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        watchlist = new Watchlist(world.database, new ActivityStamps(), () -> now, 12);
        arrangement = watchlist.arrangement();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void fill(int movies) {
        watchlist.addMovies(
                ANN, LongStream.rangeClosed(1, movies).mapToObj(MovieId::new).toList());
    }

    private List<ListedItem> items() {
        return watchlist
                .page(world.ann, ItemSelection.of(ItemOrder.RANK), Optional.empty(), 99)
                .items();
    }

    private List<Long> order() {
        return items().stream().map(listed -> listed.item().value()).toList();
    }

    @Test
    void itemsAreMovedAndNewOnesAreTheLast() {
        fill(4);

        assertThat(arrangement.move(ANN, new MovieId(4), 2)).isTrue();
        assertThat(order()).containsExactly(1L, 4L, 2L, 3L);
        arrangement.moveBy(ANN, new MovieId(1), 1);
        assertThat(order()).containsExactly(4L, 1L, 2L, 3L);
        arrangement.move(ANN, new MovieId(4), Integer.MAX_VALUE);
        fill(5);
        assertThat(order()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(arrangement.move(ANN, new MovieId(99), 1)).isFalse();
        assertThat(arrangement.moveBy(new UserId(8), new MovieId(1), 1)).isFalse();
        assertThatThrownBy(() -> arrangement.move(ANN, new MovieId(1), 0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRemovalIsUndoneWithPositionTimeAndNote() {
        fill(3);
        arrangement.note(ANN, new MovieId(2), "with tea");
        ListedItem before = items().get(1);
        now = now.plusSeconds(60);

        Removal removed = arrangement.remove(ANN, List.of(new MovieId(2), new MovieId(3), new MovieId(77)));
        assertThat(removed.items()).isEqualTo(2);
        watchlist.addMovies(ANN, List.of(new MovieId(3)));
        assertThat(arrangement.restore(new UserId(8), removed.at())).isZero();
        assertThat(arrangement.restore(ANN, removed.at())).isEqualTo(1);

        assertThat(order()).containsExactly(1L, 2L, 3L);
        assertThat(items().get(1)).isEqualTo(before);
        assertThat(items().get(2).since()).isEqualTo(now);
        assertThat(arrangement.restore(ANN, removed.at())).isZero();
    }

    @Test
    void nothingIsRestoredTooLateOrBeyondTheLimit() {
        fill(12);
        Removal removed = arrangement.remove(ANN, List.of(new MovieId(1), new MovieId(2)));
        watchlist.addMovies(ANN, List.of(new MovieId(13), new MovieId(14)));

        assertThatThrownBy(() -> arrangement.restore(ANN, removed.at())).isInstanceOf(ProblemException.class);
        assertThat(order()).hasSize(12).doesNotContain(1L);
        watchlist.remove(ANN, List.of(new MovieId(13), new MovieId(14)));
        now = now.plusSeconds(601);
        assertThat(arrangement.restore(ANN, removed.at())).isZero();
    }

    @Test
    void notesAreLimited() {
        fill(1);

        assertThat(arrangement.note(ANN, new MovieId(1), "x".repeat(500))).isTrue();
        assertThatThrownBy(() -> arrangement.note(ANN, new MovieId(1), "x".repeat(501)))
                .isInstanceOf(ProblemException.class);
        assertThat(arrangement.note(ANN, new MovieId(1), " ")).isTrue();
        assertThat(items().getFirst().note()).isNull();
        assertThat(arrangement.note(ANN, new MovieId(2), "x")).isFalse();
    }

    @Test
    void watchedItemsAreLeftOutAndTitlesAreFound() {
        new CatalogImport(world.database, world.clock, world.catalog)
                .apply(List.of(
                        CatalogFixture.movie("100% Über", 1979, Ids.NONE),
                        CatalogFixture.movie("Zebra", 1980, Ids.NONE)));
        MovieId uber = movie("100% Über", 1979);
        MovieId zebra = movie("Zebra", 1980);
        ShowId lost = world.show(
                "Lost",
                UserDataFixture.season(
                        1,
                        UserDataFixture.episode(1, "2010-09-22T20:00:00Z"),
                        UserDataFixture.episode(2, "2023-09-22T20:00:00Z")));
        EpisodeId pilot = world.episode(lost, 1, 1);
        watchlist.addMovies(ANN, List.of(uber, zebra));
        watchlist.addShows(ANN, List.of(lost));
        world.database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (7, 4, ?, ?, 1), (7, 1, ?, 0, 1)",
                pilot.value(),
                lost.value(),
                zebra.value()));

        assertThat(find(WatchedFilter.UNWATCHED, "")).containsExactly(uber);
        assertThat(find(WatchedFilter.WATCHED, "")).containsExactly(zebra, lost);
        assertThat(find(WatchedFilter.ALL, "uber")).containsExactly(uber);
        assertThat(find(WatchedFilter.ALL, "%")).containsExactly(uber);
        assertThat(find(WatchedFilter.ALL, "_")).isEmpty();
    }

    private MovieId movie(String title, @Nullable Integer year) {
        return world.catalog
                .findMovie(CatalogFixture.movieRef(title, year))
                .orElseThrow()
                .id();
    }

    private List<MediaId> find(WatchedFilter watched, String title) {
        ItemSelection selection = new ItemSelection(null, watched, null, title, false, ItemOrder.RANK);
        List<MediaId> found = watchlist.page(world.ann, selection, Optional.empty(), 9).items().stream()
                .map(ListedItem::item)
                .toList();
        assertThat(watchlist.count(world.ann, selection)).isEqualTo(found.size());
        return found;
    }
}
