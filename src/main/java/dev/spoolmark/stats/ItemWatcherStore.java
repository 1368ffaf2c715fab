package dev.spoolmark.stats;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Reads the users who played an item, and those who are watching it.
final class ItemWatcherStore {

    private ItemWatcherStore() {}

    /// A user with the number of plays, and with their name and privacy when the row was read.
    record Plays(UserId user, int plays, String name, boolean hidden) {}

    /// A user and the movie or episode that they are watching.
    record Watching(UserId user, MediaId item) {}

    /// Users with the most plays of the item, most plays first.
    static List<Plays> topByPlays(Tx tx, MediaId item, int limit) {
        ItemScope scope = ItemScope.of(item);
        return tx.query(
                String.format(Locale.ROOT, """
                SELECT a.user_id, most.plays, a.name, a.protected
                FROM (SELECT user_id, count(*) AS plays FROM play WHERE action IN (1, 2) AND %s
                      GROUP BY user_id ORDER BY plays DESC, user_id LIMIT ?) AS most
                JOIN account a ON a.user_id = most.user_id
                ORDER BY most.plays DESC, a.user_id
                """, scope.condition()),
                row -> new Plays(new UserId(row.getLong(1)), row.getInt(2), row.getString(3), row.getBoolean(4)),
                scope.value(),
                limit);
    }

    /// An expired scrobble or check-in is excluded, even if its row has not been deleted yet.
    static List<Watching> now(Tx tx, MediaId item, Instant now) {
        String of = item.kind() == Kind.SHOW
                ? "show_id = ?"
                : "kind = " + item.kind().number() + " AND item_id = ?";
        return tx.query(
                "SELECT user_id, kind, item_id FROM watching WHERE " + of
                        + " AND expires_at > ? ORDER BY started_at DESC, user_id",
                ItemWatcherStore::watching,
                item.value(),
                now);
    }

    private static Watching watching(Row row) {
        Kind kind = row.getInt(2) == Kind.MOVIE.number() ? Kind.MOVIE : Kind.EPISODE;
        return new Watching(new UserId(row.getLong(1)), MediaId.of(kind, row.getLong(3)));
    }
}
