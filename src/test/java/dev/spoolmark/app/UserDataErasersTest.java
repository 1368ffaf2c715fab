package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.PairEraser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UserDataErasersTest {

    /// Tables that are not erased by an eraser: the account itself, the log, rows that are delivered and
    /// deleted, comments whose text is removed.
    private static final Set<String> OTHERS = Set.of(
            "rating",
            "follow_in",
            "follow_out",
            "comment",
            "user_comment",
            "account",
            "account_name",
            "account_email",
            "audit_event",
            "outbox");

    @Test
    void everyTableWithAUserIsErased() {
        Set<String> erased = UserDataTables.erasers(InstantSource.fixed(Instant.EPOCH)).stream()
                .flatMap(eraser -> switch (eraser) {
                    case UserRows rows -> Stream.of(rows.table());
                    case PairEraser pairs -> Stream.of(pairs.table());
                    default -> Stream.empty();
                })
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(tablesWithAUser());
        missing.removeAll(erased);
        missing.removeAll(OTHERS);

        assertThat(erased).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void previewNamesAreUnique() {
        List<String> names = UserDataTables.erasers(InstantSource.fixed(Instant.EPOCH)).stream()
                .map(UserDataEraser::name)
                .filter(name -> !name.isEmpty())
                .toList();

        assertThat(names)
                .containsExactly(
                        "plays",
                        "ratings",
                        "collection",
                        "watchlist",
                        "favorites",
                        "lists",
                        "comments",
                        "notes",
                        "follows");
    }

    private static List<String> tablesWithAUser() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            return database.read(tx -> tx.query("""
                    SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'user_id'
                    WHERE m.type = 'table' ORDER BY m.name
                    """, row -> row.getString(1)));
        }
    }
}
