package dev.spoolmark.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.Follows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The order of the items of a list, and its pages.
@ParameterizedClass
@EnumSource(Engine.class)
class ListOrderTest {

    private static final UserId ANN = new UserId(1);
    private Instant time = Instant.ofEpochSecond(1_372_132_800);

    @Parameter
    Engine engine;

    Database database;
    Lists lists;
    UserList list;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        InstantSource clock = () -> time;
        lists = new Lists(database, clock, new Follows(database, clock));
        list = lists.create(ANN, new ListSettings("Mine", "", Privacy.PRIVATE, true, false));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void fill(int items) {
        lists.add(
                ANN,
                "mine",
                LongStream.rangeClosed(1, items).<MediaId>mapToObj(MovieId::new).toList());
    }

    private List<Long> order() {
        return lists.items(list).stream().map(MediaId::value).toList();
    }

    @Test
    void anItemMovesToAPositionAndByOne() {
        fill(5);

        assertThat(lists.arrangement().move(ANN, "mine", new MovieId(5), 2)).isTrue();
        assertThat(order()).containsExactly(1L, 5L, 2L, 3L, 4L);
        assertThat(lists.arrangement().move(ANN, "mine", new MovieId(1), 999)).isTrue();
        assertThat(order()).containsExactly(5L, 2L, 3L, 4L, 1L);
        assertThat(lists.arrangement().move(ANN, "mine", new MovieId(4), 1)).isTrue();
        assertThat(order()).containsExactly(4L, 5L, 2L, 3L, 1L);
        lists.arrangement().moveBy(ANN, "mine", new MovieId(2), -1);
        assertThat(order()).containsExactly(4L, 2L, 5L, 3L, 1L);
        lists.arrangement().moveBy(ANN, "mine", new MovieId(3), 1);
        assertThat(order()).containsExactly(4L, 2L, 5L, 1L, 3L);
    }

    @Test
    void theEndsAreNotLeft() {
        fill(2);

        lists.arrangement().moveBy(ANN, "mine", new MovieId(1), -1);
        lists.arrangement().moveBy(ANN, "mine", new MovieId(2), 1);

        assertThat(order()).containsExactly(1L, 2L);
    }

    @Test
    void manyMovesGiveTheOrderThatAListInMemoryHas() {
        fill(12);
        List<Long> expected = new ArrayList<>(order());
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            long item = 1L + random.nextInt(12);
            int place = 1 + random.nextInt(13);
            lists.arrangement().move(ANN, "mine", new MovieId(item), place);
            expected.remove(item);
            expected.add(Math.min(place - 1, expected.size()), item);

            assertThat(order()).as("move %d of %d to %d", i, item, place).isEqualTo(expected);
        }
    }

    @Test
    void itemsOfOneRankAreSeparated() {
        fill(4);
        database.write(tx -> tx.update("UPDATE list_item SET rank = 7"));

        lists.arrangement().move(ANN, "mine", new MovieId(4), 2);

        assertThat(order()).containsExactly(1L, 4L, 2L, 3L);
    }

    @Test
    void largeRanksAreNumberedAgain() {
        fill(3);
        database.write(tx -> tx.update("UPDATE list_item SET rank = rank + 500000000"));

        lists.arrangement().move(ANN, "mine", new MovieId(3), 1);

        assertThat(order()).containsExactly(3L, 1L, 2L);
        assertThat(page(Optional.empty(), 10).items().getLast().rank()).isEqualTo(3);
    }

    @Test
    void anItemThatIsNotOnTheListOrAPositionBelowOneIsRejected() {
        fill(2);

        assertThat(lists.arrangement().move(ANN, "mine", new MovieId(9), 1)).isFalse();
        assertThat(lists.arrangement().moveBy(ANN, "mine", new MovieId(9), 1)).isFalse();
        assertThatThrownBy(() -> lists.arrangement().move(ANN, "mine", new MovieId(1), 0))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lists.arrangement().move(new UserId(2), "mine", new MovieId(1), 1))
                .isInstanceOf(ProblemException.class);
    }

    private ListedItemPage page(Optional<ItemPosition> after, int size) {
        return lists.page(list, ItemSelection.of(ItemOrder.RANK), after, size);
    }

    private List<Long> orderOfOther() {
        return lists.items(lists.get(ANN, "other")).stream().map(MediaId::value).toList();
    }

    private void createOther(MediaId... items) {
        lists.create(ANN, new ListSettings("Other", "", Privacy.PRIVATE, true, false));
        lists.add(ANN, "other", List.of(items));
    }

    @Test
    void copiedItemsKeepTheirOrderAndNotes() {
        fill(4);
        createOther(new MovieId(2));
        lists.note(ANN, "mine", Map.of(new MovieId(3), "third", new MovieId(2), "second"));

        Removal copied = lists.arrangement()
                .copy(ANN, "mine", "other", List.of(new MovieId(4), new MovieId(3), new MovieId(2), new MovieId(99)));

        assertThat(copied.items()).isEqualTo(3);
        assertThat(orderOfOther()).containsExactly(2L, 3L, 4L);
        assertThat(lists.page(lists.get(ANN, "other"), ItemSelection.of(ItemOrder.RANK), Optional.empty(), 9)
                        .items())
                .extracting(ListedItem::note)
                .containsExactly(null, "third", null);
        assertThat(order()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void movedItemsLeaveTheFirstList() {
        fill(3);
        createOther();

        Removal moved = lists.arrangement().transfer(ANN, "mine", "other", List.of(new MovieId(3), new MovieId(1)));

        assertThat(moved.items()).isEqualTo(2);

        assertThat(order()).containsExactly(2L);
        assertThat(orderOfOther()).containsExactly(1L, 3L);
    }

    /// An old slug leads to the list, too.
    @Test
    void nothingIsLostWhenBothListsAreOneOrTheOtherDoesNotExist() {
        fill(2);
        lists.change(ANN, "mine", new ListPatch("Renamed", null, null, null, null));
        List<MediaId> items = List.of(new MovieId(1));

        for (String target : List.of("renamed", "mine", "nothing")) {
            assertThatThrownBy(() -> lists.arrangement().transfer(ANN, "mine", target, items))
                    .as(target)
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> lists.arrangement().copy(new UserId(2), "mine", "renamed", items))
                .isInstanceOf(ProblemException.class);
        assertThat(order()).containsExactly(1L, 2L);
    }

    @Test
    void pagesAreNumberedThroughAndHaveNotes() {
        fill(7);
        lists.note(ANN, "mine", Map.of(new MovieId(4), "see <b>this</b>"));

        ListedItemPage first = page(Optional.empty(), 3);
        ListedItemPage second = page(first.next(), 3);
        ListedItemPage third = page(second.next(), 3);

        assertThat(lists.count(list, ItemSelection.of(ItemOrder.RANK), first.next(), 99))
                .isEqualTo(3);
        assertThat(lists.count(list, ItemSelection.of(ItemOrder.RANK), Optional.empty(), 5))
                .isEqualTo(5);
        assertThat(second.items().getFirst().note()).isEqualTo("see <b>this</b>");
        assertThat(third.next()).isEmpty();
        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(entry -> entry.item().value()))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(lists.counts(ANN, List.of(list))).containsEntry(list.id(), 7);
    }

    @Test
    void aRemovalIsUndoneWithPositionTimeAndNote() {
        fill(4);
        lists.note(ANN, "mine", Map.of(new MovieId(2), "second"));
        ListedItem before = page(Optional.empty(), 9).items().get(1);

        Removal removed = lists.arrangement().remove(ANN, "mine", List.of(new MovieId(2), new MovieId(9)));
        assertThat(removed.items()).isEqualTo(1);
        assertThat(order()).containsExactly(1L, 3L, 4L);
        assertThat(lists.arrangement().undo(new UserId(2), list.id(), null, removed.at()))
                .isZero();
        assertThat(lists.arrangement().undo(ANN, list.id(), null, removed.at())).isEqualTo(1);

        assertThat(page(Optional.empty(), 9).items().get(1)).isEqualTo(before);
        assertThat(lists.arrangement().undo(ANN, list.id(), null, removed.at())).isZero();
    }

    /// An item that another page has added again stays as it is there.
    @Test
    void undoKeepsWhatWasAddedAgainAndWhatOthersChanged() {
        fill(3);
        Removal removed = lists.arrangement().remove(ANN, "mine", List.of(new MovieId(1), new MovieId(2)));
        lists.add(ANN, "mine", List.of(new MovieId(1)));
        lists.change(ANN, "mine", new ListPatch("Renamed", null, null, null, null));

        assertThat(lists.arrangement().undo(ANN, list.id(), null, removed.at())).isEqualTo(1);
        assertThat(order()).containsExactly(2L, 3L, 1L);
        lists.delete(ANN, "renamed");
        assertThat(lists.arrangement().undo(ANN, list.id(), null, removed.at())).isZero();
    }

    @Test
    void aMoveToAnotherListIsUndoneInBoth() {
        fill(3);
        createOther(new MovieId(2));
        time = time.plusSeconds(60);

        Removal moved = lists.arrangement().transfer(ANN, "mine", "other", List.of(new MovieId(1), new MovieId(2)));
        assertThat(order()).containsExactly(3L);
        assertThat(orderOfOther()).containsExactly(2L, 1L);
        lists.arrangement().undo(ANN, list.id(), lists.get(ANN, "other").id(), moved.at());

        assertThat(order()).containsExactly(1L, 2L, 3L);
        assertThat(orderOfOther()).containsExactly(2L);
    }

    @Test
    void aRemovalIsFinalAfterTenMinutes() {
        fill(2);
        Removal removed = lists.arrangement().remove(ANN, "mine", List.of(new MovieId(1)));
        time = time.plusSeconds(601);

        assertThat(lists.arrangement().undo(ANN, list.id(), null, removed.at())).isZero();
        assertThat(RemovedItems.purgeExpired(database, time)).isEqualTo(1);
    }

    /// As many as a list may have. All are removed and put back in one call each.
    @Test
    void twentyThousandItemsAreMovedRemovedAndPutBack() {
        fill(Lists.MAX_ITEMS);

        assertThat(lists.arrangement().move(ANN, "mine", new MovieId(20_000), 10_000))
                .isTrue();
        assertThat(order().get(9_999)).isEqualTo(20_000L);
        Removal removed = lists.arrangement().remove(ANN, "mine", lists.items(list));
        assertThat(removed.items()).isEqualTo(Lists.MAX_ITEMS);
        assertThat(order()).isEmpty();
        assertThat(lists.arrangement().undo(ANN, list.id(), null, removed.at())).isEqualTo(Lists.MAX_ITEMS);
        assertThat(order().get(9_999)).isEqualTo(20_000L);
    }
}
