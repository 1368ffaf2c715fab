package dev.spoolmark.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The secret addresses of lists.
@ParameterizedClass
@EnumSource(Engine.class)
class ListLinksTest {

    private static final UserId ANN = new UserId(1);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_372_132_800));

    @Parameter
    Engine engine;

    Database database;
    Lists lists;
    UserList list;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        lists = new Lists(database, CLOCK, new Follows(database, CLOCK));
        list = lists.create(ANN, new ListSettings("Mine", "", Privacy.LINK, true, false));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyTheLastTokenLeadsToTheList() {
        String first = lists.links().create(ANN, "mine");
        assertThat(lists.links().find(first))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(list.id()));
        String second = lists.links().create(ANN, "mine");

        assertThat(first).hasSize(52).isNotEqualTo(second);
        assertThat(lists.links().find(first)).isEmpty();
        assertThat(lists.links().find(second)).isPresent();
        assertThat(lists.get(ANN, "mine").hasLink()).isTrue();
        lists.links().revoke(ANN, "mine");
        assertThat(lists.links().find(second)).isEmpty();
        assertThat(lists.get(ANN, "mine").hasLink()).isFalse();
    }

    @Test
    void aTokenEndsWhenOthersMaySeeTheListOrItIsDeleted() {
        String token = lists.links().create(ANN, "mine");
        lists.change(ANN, "mine", new ListPatch(null, "rain", null, null, null));
        assertThat(lists.links().find(token)).isPresent();
        lists.change(ANN, "mine", new ListPatch(null, null, Privacy.FRIENDS, null, null));
        assertThat(lists.links().find(token)).isEmpty();
        lists.change(ANN, "mine", new ListPatch(null, null, Privacy.LINK, null, null));
        assertThat(lists.links().find(token)).isEmpty();

        String other = lists.links().create(ANN, "mine");
        lists.delete(ANN, "mine");
        assertThat(lists.links().find(other)).isEmpty();
    }

    @Test
    void onlyOwnersOfListsForLinksGetATokenAndOnlyItsHashIsStored() {
        lists.create(ANN, new ListSettings("Public", "", Privacy.PUBLIC, true, false));
        String token = lists.links().create(ANN, "mine");

        assertThatThrownBy(() -> lists.links().create(ANN, "public")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lists.links().create(new UserId(2), "mine")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> lists.links().revoke(new UserId(2), "mine")).isInstanceOf(ProblemException.class);
        List<String> stored = database.read(tx -> tx.query(
                "SELECT link_hash FROM list WHERE link_hash IS NOT NULL ORDER BY list_id", row -> row.getString(1)));
        assertThat(stored).hasSize(1).doesNotContain(token);
        for (String wrong : List.of("", "a", token.toUpperCase(java.util.Locale.ROOT), token + "a", "'".repeat(52))) {
            assertThat(lists.links().find(wrong)).isEmpty();
        }
    }

    @Test
    void otherUsersDoNotSeeTheList() {
        assertThat(lists.readable(Viewer.ANONYMOUS, List.of(list))).isEmpty();
    }
}
