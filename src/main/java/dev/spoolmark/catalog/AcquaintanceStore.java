package dev.spoolmark.catalog;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads the IMDb ids and titles of the whole catalogue, or of what was written in some passes of the [Gate].
final class AcquaintanceStore {

    private static final int AT_ONCE = 50_000;

    private AcquaintanceStore() {}

    /// Also those that only lead to an item. A part at a time: there are millions.
    static void eachImdb(Database database, Kind kind, Consumer<String> take) {
        String last = "";
        for (List<String> some = imdbAfter(database, kind, last);
                !some.isEmpty();
                some = imdbAfter(database, kind, last)) {
            some.forEach(take);
            last = some.getLast();
        }
    }

    private static List<String> imdbAfter(Database database, Kind kind, String last) {
        return database.read(tx -> new ArrayList<>(tx.query("""
                SELECT value FROM ext_id WHERE provider = 'imdb' AND kind = ? AND value > ? ORDER BY value LIMIT ?
                """, row -> row.text(1), kind.number(), last, AT_ONCE)));
    }

    static void eachTitleWithoutImdb(Tx tx, Kind kind, Consumer<String> take) {
        tx.each(String.format(Locale.ROOT, """
                SELECT title_key FROM %1$s i WHERE NOT EXISTS (
                    SELECT 1 FROM ext_id x
                    WHERE x.kind = ? AND x.item_id = i.%1$s_id AND x.provider = 'imdb' AND NOT x.former)
                ORDER BY i.%1$s_id
                """, kind.word()), row -> take.accept(row.text(1)), kind.number());
    }

    /// A cross join, since SQLite would else begin with all ids there are.
    static void eachImdbBetween(Tx tx, Kind kind, long after, long before, Consumer<String> take) {
        tx.each(
                String.format(Locale.ROOT, """
                SELECT x.value FROM %1$s i
                CROSS JOIN ext_id x
                WHERE x.kind = ? AND x.item_id = i.%1$s_id AND x.provider = 'imdb' AND i.pass > ? AND i.pass < ?
                ORDER BY x.value
                """, kind.word()),
                row -> take.accept(row.text(1)),
                kind.number(),
                after,
                before);
    }

    static void eachTitleBetween(Tx tx, Kind kind, long after, long before, Consumer<String> take) {
        tx.each(
                String.format(
                        Locale.ROOT,
                        "SELECT title_key FROM %1$s WHERE pass > ? AND pass < ? ORDER BY %1$s_id",
                        kind.word()),
                row -> take.accept(row.text(1)),
                after,
                before);
    }
}
