package dev.spoolmark.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.Follows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ListsTest {

    private static final UserId ANN = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_372_132_800));

    @Parameter
    Engine engine;

    Database database;
    Lists lists;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        lists = new Lists(database, CLOCK, new Follows(database, CLOCK));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSlugIsDerivedFromTheName() {
        assertThat(lists.create(ANN, named("Rainy days!")).slug()).isEqualTo("rainy-days");
    }

    @Test
    void aSlugInUseGetsANumber() {
        lists.create(ANN, named("Rainy days"));

        assertThat(lists.create(ANN, named("Rainy: days")).slug()).isEqualTo("rainy-days-2");
        assertThat(lists.create(BOB, named("Rainy days")).slug()).isEqualTo("rainy-days");
    }

    @Test
    void aNameWithoutLatinLettersHasANumberedSlug() {
        assertThat(lists.create(ANN, named("映画")).slug()).matches("list-\\d+");
    }

    @Test
    void aNameInUseIsRejectedIgnoringCase() {
        lists.create(ANN, named("Rainy days"));

        assertRejected(new Problem.Taken("RAINY DAYS", "list"), () -> lists.create(ANN, named("RAINY DAYS")));
        assertThat(lists.create(BOB, named("Rainy days"))).isNotNull();
    }

    @Test
    void anOldSlugFindsTheRenamedList() {
        UserList list = lists.create(ANN, named("Rainy days"));

        UserList renamed = lists.change(ANN, "rainy-days", rename("Rainy weekends"));

        assertThat(renamed.slug()).isEqualTo("rainy-weekends");
        assertThat(lists.get(ANN, "rainy-days")).isEqualTo(renamed);
        assertThat(lists.get(ANN, "rainy-weekends").id()).isEqualTo(list.id());
        assertThat(lists.create(ANN, named("Rainy days")).slug()).isEqualTo("rainy-days-2");
    }

    @Test
    void renamingBackRestoresTheOldSlug() {
        lists.create(ANN, named("Rainy days"));
        lists.change(ANN, "rainy-days", rename("Rainy weekends"));

        assertThat(lists.change(ANN, "rainy-weekends", rename("Rainy days")).slug())
                .isEqualTo("rainy-days");
    }

    @Test
    void aPatchChangesOnlyItsMembers() {
        lists.create(ANN, new ListSettings("Rainy days", "For long evenings.", Privacy.FRIENDS, true, true));

        lists.change(ANN, "rainy-days", new ListPatch(null, null, Privacy.PRIVATE, null, false));

        assertThat(lists.get(ANN, "rainy-days").traits())
                .isEqualTo(new ListSettings("Rainy days", "For long evenings.", Privacy.PRIVATE, true, false));
    }

    @Test
    void renamingToANameInUseIsRejected() {
        lists.create(ANN, named("Rainy days"));
        lists.create(ANN, named("Sunny days"));

        assertRejected(
                new Problem.Taken("rainy days", "list"), () -> lists.change(ANN, "sunny-days", rename("rainy days")));
        assertThat(lists.get(ANN, "sunny-days").name()).isEqualTo("Sunny days");
    }

    @Test
    void deletingAListRemovesItsSlugsAndItems() {
        UserList list = lists.create(ANN, named("Rainy days"));
        lists.add(ANN, "rainy-days", List.of(new MovieId(7)));

        lists.delete(ANN, "rainy-days");

        assertRejected(new Problem.NotFound("list"), () -> lists.get(ANN, "rainy-days"));
        assertRejected(new Problem.NotFound("list"), () -> lists.delete(ANN, "rainy-days"));
        assertThat(lists.items(list)).isEmpty();
        assertThat(lists.create(ANN, named("Rainy days")).slug()).isEqualTo("rainy-days");
    }

    @Test
    void itemsAreInTheOrderOfInsertion() {
        UserList list = lists.create(ANN, named("Rainy days"));

        lists.add(ANN, "rainy-days", List.of(new MovieId(7), new ShowId(3), new SeasonId(9)));
        assertThat(lists.add(ANN, "rainy-days", List.of(new ShowId(3), new EpisodeId(1), new EpisodeId(1))))
                .containsExactly(new EpisodeId(1));

        assertThat(lists.items(list)).containsExactly(new MovieId(7), new ShowId(3), new SeasonId(9), new EpisodeId(1));
    }

    @Test
    void removeCountsItemsOnTheListOnly() {
        UserList list = lists.create(ANN, named("Rainy days"));
        lists.add(ANN, "rainy-days", List.of(new MovieId(7), new ShowId(3)));

        assertThat(lists.remove(ANN, "rainy-days", List.of(new MovieId(7), new MovieId(7), new EpisodeId(4))))
                .isEqualTo(1);
        assertThat(lists.remove(ANN, "rainy-days", List.of(new MovieId(7)))).isZero();
        assertThat(lists.items(list)).containsExactly(new ShowId(3));
    }

    @Test
    void aListHasAtMost20000ItemsAndRejectsBatchesBeyond() {
        UserList list = lists.create(ANN, named("Everything"));
        lists.add(ANN, "everything", movies(1, Lists.MAX_ITEMS - 1));

        assertRejected(
                new Problem.TooMany(Lists.MAX_ITEMS, "items on a list"),
                () -> lists.add(ANN, "everything", movies(50_001, 50_002)));

        assertThat(lists.items(list)).hasSize(Lists.MAX_ITEMS - 1);
        assertThat(lists.add(ANN, "everything", movies(1, Lists.MAX_ITEMS))).hasSize(1);
    }

    @Test
    void aUserHasAtMost500Lists() {
        LongStream.rangeClosed(1, Lists.MAX_LISTS).forEach(n -> lists.create(ANN, named("List " + n)));

        assertRejected(new Problem.TooMany(Lists.MAX_LISTS, "lists"), () -> lists.create(ANN, named("One more")));
    }

    @Test
    void aNoteIsKeptUntilItIsEmptied() {
        UserList list = lists.create(ANN, named("Rainy days"));
        lists.add(ANN, "rainy-days", movies(1, 3));

        lists.note(
                ANN, "rainy-days", Map.of(new MovieId(3), " with tea ", new MovieId(1), "first", new MovieId(9), "?"));
        assertThat(notes(list)).isEqualTo(Map.of(new MovieId(1), "first", new MovieId(3), "with tea"));

        lists.note(ANN, "rainy-days", Map.of(new MovieId(1), ""));
        assertThat(notes(list)).isEqualTo(Map.of(new MovieId(3), "with tea"));
        assertThat(lists.items(list)).isEqualTo(movies(1, 3));
    }

    @Test
    void aNoteRequiresAnOwnListAndHasAtMost500Characters() {
        lists.create(ANN, named("Rainy days"));

        assertRejected(
                new Problem.NotFound("list"), () -> lists.note(BOB, "rainy-days", Map.of(new MovieId(1), "mine")));
        assertRejected(
                new Problem.Invalid("note"),
                () -> lists.note(ANN, "rainy-days", Map.of(new MovieId(1), "x".repeat(501))));
    }

    @Test
    void aNameIsRequired() {
        assertRejected(new Problem.Missing("name"), () -> named(" "));
    }

    private static ListSettings named(String name) {
        return new ListSettings(name, "", Privacy.PUBLIC, false, false);
    }

    private static ListPatch rename(String name) {
        return new ListPatch(name, null, null, null, null);
    }

    private static List<MediaId> movies(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> (MediaId) new MovieId(number))
                .toList();
    }

    private static void assertRejected(Problem problem, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private Map<MediaId, String> notes(UserList list) {
        Map<MediaId, String> notes = new HashMap<>();
        lists.page(list, ItemSelection.of(ItemOrder.RANK), Optional.empty(), 99)
                .items()
                .forEach(listed -> {
                    String note = listed.note();
                    if (note != null) {
                        notes.put(listed.item(), note);
                    }
                });
        return notes;
    }
}
