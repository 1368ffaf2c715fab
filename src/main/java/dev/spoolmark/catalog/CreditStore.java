package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Keeps who did what in movies and shows, in the order of the billing.
final class CreditStore {

    private static final int CHUNK = 500;

    private CreditStore() {}

    /// A credit as it stands in the store.
    record Line(long person, String job, @Nullable String character) {}

    static List<Credit> of(Tx tx, MediaId item) {
        return tx.query(
                "SELECT " + PersonStore.COLUMNS + """
                , c.job, c.character
                FROM credit c JOIN person p ON p.person_id = c.person_id
                WHERE c.kind = ? AND c.item_id = ?
                ORDER BY c.ord
                """,
                row -> new Credit(PersonStore.person(row), row.text(10), row.textOrNull(11)),
                item.kind().number(),
                item.value());
    }

    static Map<Long, List<Line>> linesOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, List<Line>> found = new HashMap<>();
        items.stream()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        "SELECT item_id, person_id, job, character FROM credit WHERE kind = ? AND item_id IN ("
                                + Tx.marks(some.size()) + ") ORDER BY item_id, ord",
                        row -> found.computeIfAbsent(row.number(1), item -> new ArrayList<>())
                                .add(new Line(row.number(2), row.text(3), row.textOrNull(4))),
                        kind.number(),
                        Tx.padded(some)));
        return found;
    }

    static void replace(Tx tx, Kind kind, Map<Long, List<Line>> credits) {
        List<@Nullable Object[]> items = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        credits.forEach((item, lines) -> {
            items.add(new @Nullable Object[] {kind.number(), item});
            for (int ord = 0; ord < lines.size(); ord++) {
                Line line = lines.get(ord);
                rows.add(
                        new @Nullable Object[] {kind.number(), item, ord, line.person(), line.job(), line.character()});
            }
        });
        tx.updateAll("DELETE FROM credit WHERE kind = ? AND item_id = ?", items);
        tx.updateAll(
                "INSERT INTO credit (kind, item_id, ord, person_id, job, character) VALUES (?, ?, ?, ?, ?, ?)", rows);
    }
}
