package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads the IMDb ids and titles of the whole catalog, or of what was written in some revisions.
final class KnownTitleStore {

    private static final int BATCH_SIZE = 50_000;

    private KnownTitleStore() {}

    /// Includes former ids. Reads in parts: there are millions.
    static void eachImdb(Database database, Kind kind, Consumer<String> consumer) {
        String last = "";
        for (List<String> batch = imdbAfter(database, kind, last);
                !batch.isEmpty();
                batch = imdbAfter(database, kind, last)) {
            batch.forEach(consumer);
            last = batch.getLast();
        }
    }

    private static List<String> imdbAfter(Database database, Kind kind, String last) {
        return database.read(
                tx -> new ArrayList<>(tx.query("""
                SELECT value FROM external_id WHERE provider = 'imdb' AND kind = ? AND value > ? ORDER BY value LIMIT ?
                """, row -> row.getString(1), kind.number(), last, BATCH_SIZE)));
    }

    static void eachTitleWithoutImdb(Tx tx, Kind kind, Consumer<String> consumer) {
        tx.forEach(
                String.format(Locale.ROOT, """
                SELECT title_key FROM %1$s i WHERE NOT EXISTS (
                    SELECT 1 FROM external_id x
                    WHERE x.kind = ? AND x.item_id = i.%1$s_id AND x.provider = 'imdb' AND NOT x.superseded)
                ORDER BY i.%1$s_id
                """, kind.key()), row -> consumer.accept(row.getString(1)), kind.number());
    }

    /// A cross join, because SQLite would otherwise begin with all ids.
    static void eachImdbBetween(Tx tx, Kind kind, long after, long before, Consumer<String> consumer) {
        tx.forEach(
                String.format(Locale.ROOT, """
                SELECT x.value FROM %1$s i
                CROSS JOIN external_id x
                WHERE x.kind = ? AND x.item_id = i.%1$s_id AND x.provider = 'imdb' AND i.revision > ? AND i.revision < ?
                ORDER BY x.value
                """, kind.key()),
                row -> consumer.accept(row.getString(1)),
                kind.number(),
                after,
                before);
    }

    static void eachTitleBetween(Tx tx, Kind kind, long after, long before, Consumer<String> consumer) {
        tx.forEach(
                String.format(
                        Locale.ROOT,
                        "SELECT title_key FROM %1$s WHERE revision > ? AND revision < ? ORDER BY %1$s_id",
                        kind.key()),
                row -> consumer.accept(row.getString(1)),
                after,
                before);
    }
}
