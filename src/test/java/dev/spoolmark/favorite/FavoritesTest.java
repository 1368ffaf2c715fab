package dev.spoolmark.favorite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.ArrayList;
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

/// Favourites, their order and notes, and removals that are undone.
@ParameterizedClass
@EnumSource(Engine.class)
class FavoritesTest {

    private static final UserId ANN = new UserId(7);
    private static final UserId OTHER = new UserId(8);

    @Parameter
    Engine engine;

    UserDataFixture world;
    Favorites favorites;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        favorites = new Favorites(world.database, new ActivityStamps(), () -> now, 6);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void fill(int movies) {
        favorites.addMovies(
                ANN, LongStream.rangeClosed(1, movies).mapToObj(MovieId::new).toList());
    }

    private ListedItemPage page(@Nullable ItemPosition after, int size) {
        return favorites.page(world.ann, ItemSelection.of(ItemOrder.RANK), Optional.ofNullable(after), size);
    }

    private List<Long> order() {
        return page(null, 99).items().stream()
                .map(listed -> listed.item().value())
                .toList();
    }

    @Test
    void moviesAndShowsAreAddedOnceInTheirOrder() {
        fill(2);
        now = now.plusSeconds(60);

        assertThat(favorites.addShows(ANN, List.of(new ShowId(102)))).containsExactly(new ShowId(102));
        assertThat(favorites.addMovies(ANN, List.of(new MovieId(1), new MovieId(3))))
                .containsExactly(new MovieId(3));

        assertThat(page(null, 99).items().stream().map(ListedItem::item).toList())
                .containsExactly(new MovieId(1), new MovieId(2), new ShowId(102), new MovieId(3));
        assertThat(favorites.since(world.ann, List.of(new MovieId(1), new ShowId(102), new ShowId(103))))
                .hasSize(2)
                .containsEntry(new MovieId(1), now.minusSeconds(60))
                .containsEntry(new ShowId(102), now);
        assertThat(favorites.count(world.ann, ItemSelection.of(ItemOrder.RANK))).isEqualTo(4);
    }

    @Test
    void theLimitIsReachedAndNothingMoreIsStored() {
        fill(6);
        fill(6);

        assertThatThrownBy(() -> favorites.addShows(ANN, List.of(new ShowId(101))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        full -> assertThat(full.problem()).isInstanceOf(Problem.TooMany.class));
        assertThat(order()).hasSize(6);
        assertThat(favorites.addShows(OTHER, List.of(new ShowId(101)))).hasSize(1);
    }

    @Test
    void pagesFollowEachOther() {
        fill(5);
        favorites.move(ANN, new MovieId(5), 1);

        List<Long> read = new ArrayList<>();
        ListedItemPage page = page(null, 2);
        while (true) {
            page.items().forEach(listed -> read.add(listed.item().value()));
            if (page.next().isEmpty()) {
                break;
            }
            page = page(page.next().get(), 2);
        }

        assertThat(read).containsExactly(5L, 1L, 2L, 3L, 4L);
    }

    @Test
    void itemsAreMoved() {
        fill(4);

        assertThat(favorites.move(ANN, new MovieId(4), 2)).isTrue();
        assertThat(order()).containsExactly(1L, 4L, 2L, 3L);
        assertThat(favorites.moveBy(ANN, new MovieId(1), 1)).isTrue();
        assertThat(order()).containsExactly(4L, 1L, 2L, 3L);
        favorites.move(ANN, new MovieId(4), Integer.MAX_VALUE);
        assertThat(order()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(favorites.move(ANN, new MovieId(99), 1)).isFalse();
        assertThat(favorites.moveBy(OTHER, new MovieId(1), 1)).isFalse();
        assertThatThrownBy(() -> favorites.move(ANN, new MovieId(1), 0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRemovalIsUndoneWithPositionTimeAndNote() {
        fill(3);
        favorites.note(ANN, new MovieId(2), "with tea");
        ListedItem before = page(null, 99).items().get(1);
        now = now.plusSeconds(60);

        Removal removed = favorites.remove(ANN, List.of(new MovieId(2), new MovieId(77)));

        assertThat(removed.items()).isEqualTo(1);
        assertThat(order()).containsExactly(1L, 3L);
        assertThat(favorites.restore(OTHER, removed.at())).isZero();
        assertThat(favorites.restore(ANN, removed.at())).isEqualTo(1);
        assertThat(page(null, 99).items().get(1)).isEqualTo(before);
        assertThat(favorites.restore(ANN, removed.at())).isZero();
    }

    @Test
    void nothingIsRestoredTooLateOrBeyondTheLimit() {
        fill(6);
        Removal removed = favorites.remove(ANN, List.of(new MovieId(1)));
        favorites.addMovies(ANN, List.of(new MovieId(13)));

        assertThatThrownBy(() -> favorites.restore(ANN, removed.at())).isInstanceOf(ProblemException.class);
        assertThat(order()).hasSize(6).doesNotContain(1L);
        favorites.remove(ANN, List.of(new MovieId(13)));
        now = now.plusSeconds(601);
        assertThat(favorites.restore(ANN, removed.at())).isZero();
    }

    @Test
    void notesAreLimited() {
        fill(1);

        assertThat(favorites.note(ANN, new MovieId(1), "x".repeat(500))).isTrue();
        assertThatThrownBy(() -> favorites.note(ANN, new MovieId(1), "x".repeat(501)))
                .isInstanceOf(ProblemException.class);
        assertThat(favorites.note(ANN, new MovieId(1), " ")).isTrue();
        assertThat(page(null, 9).items().getFirst().note()).isNull();
        assertThat(favorites.note(ANN, new MovieId(2), "x")).isFalse();
    }

    @Test
    void additionsAndRemovalsMoveTheStamp() {
        fill(1);
        Instant added = stamp(ActivityArea.MOVIE_FAVORITE);
        now = now.plusSeconds(60);
        favorites.remove(ANN, List.of(new MovieId(1)));

        assertThat(stamp(ActivityArea.MOVIE_FAVORITE)).isAfter(added);
        favorites.addShows(ANN, List.of(new ShowId(101)));
        assertThat(stamp(ActivityArea.SHOW_FAVORITE)).isEqualTo(now);
    }

    private Instant stamp(ActivityArea area) {
        return world.database
                .read(tx -> tx.findFirst(
                        "SELECT changed_at FROM activity WHERE user_id = 7 AND area = ?",
                        row -> row.instant(1),
                        area.key()))
                .orElseThrow();
    }

    @Test
    void allEntriesAreReadByPages() {
        fill(3);
        favorites.addShows(ANN, List.of(new ShowId(101)));

        List<FavoriteEntry> first = favorites.page(world.ann, null, 3);
        List<FavoriteEntry> second = favorites.page(world.ann, first.getLast(), 3);

        assertThat(first).hasSize(3);
        assertThat(second.stream().map(FavoriteEntry::item).toList()).containsExactly((MediaId) new ShowId(101));
    }
}
