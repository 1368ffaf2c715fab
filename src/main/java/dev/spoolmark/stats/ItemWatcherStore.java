package dev.spoolmark.stats;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Finds who played a thing, and who is watching it.
final class ItemWatcherStore {

    private ItemWatcherStore() {}

    /// Who, and how often; and how they were called and whether they hid when that was read.
    record Plays(UserId user, int plays, String name, boolean hidden) {}

    /// Who, and which movie or episode.
    record Watching(UserId user, MediaId item) {}

    /// Some of those who played it most, the most faithful first.
    static List<Plays> mostPlays(Tx tx, MediaId item, int limit) {
        ItemScope reach = ItemScope.of(item);
        return tx.query(
                String.format(Locale.ROOT, """
                SELECT a.user_id, most.plays, a.name, a.protected
                FROM (SELECT user_id, count(*) AS plays FROM play WHERE action IN (1, 2) AND %s
                      GROUP BY user_id ORDER BY plays DESC, user_id LIMIT ?) AS most
                JOIN account a ON a.user_id = most.user_id
                ORDER BY most.plays DESC, a.user_id
                """, reach.condition()),
                row -> new Plays(new UserId(row.getLong(1)), row.getInt(2), row.getString(3), row.getBoolean(4)),
                reach.value(),
                limit);
    }

    /// A scrobble or check-in that ran out is over, whether or not somebody has tidied it away.
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
