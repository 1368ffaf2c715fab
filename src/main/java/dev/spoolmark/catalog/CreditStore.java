package dev.spoolmark.catalog;

import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores cast and crew of movies and shows in billing order.
public final class CreditStore {

    private CreditStore() {}

    /// One stored credit.
    public record CreditRow(
            long personId, String job, @Nullable String character) {}

    static List<Credit> of(Tx tx, MediaId item) {
        return tx.query(
                "SELECT " + PersonStore.COLUMNS + """
                , c.job, c.character
                FROM credit c JOIN person p ON p.person_id = c.person_id
                WHERE c.kind = ? AND c.item_id = ?
                ORDER BY c.position
                """,
                row -> new Credit(PersonStore.person(row), row.getString(10), row.textOrNull(11)),
                item.kind().number(),
                item.value());
    }

    static List<PersonCredit> ofPerson(Tx tx, PersonId person, int limit) {
        return tx.query(
                """
                SELECT kind, item_id, job, character FROM credit WHERE person_id = ?
                ORDER BY kind, item_id, position LIMIT ?
                """,
                row -> new PersonCredit(
                        MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.getString(3), row.textOrNull(4)),
                person.value(),
                limit);
    }

    public static Map<Long, List<CreditRow>> creditsOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, List<CreditRow>> found = new HashMap<>();
        items.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT item_id, person_id, job, character FROM credit WHERE kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY item_id, position",
                        row -> found.computeIfAbsent(row.getLong(1), item -> new ArrayList<>())
                                .add(new CreditRow(row.getLong(2), row.getString(3), row.textOrNull(4))),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    public static void replace(Tx tx, Kind kind, Map<Long, List<CreditRow>> credits) {
        List<@Nullable Object[]> items = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        credits.forEach((item, creditRows) -> {
            items.add(new @Nullable Object[] {kind.number(), item});
            for (int position = 0; position < creditRows.size(); position++) {
                CreditRow credit = creditRows.get(position);
                rows.add(new @Nullable Object[] {
                    kind.number(), item, position, credit.personId(), credit.job(), credit.character()
                });
            }
        });
        tx.updateAll("DELETE FROM credit WHERE kind = ? AND item_id = ?", items);
        tx.updateAll(
                "INSERT INTO credit (kind, item_id, position, person_id, job, character) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
    }
}
