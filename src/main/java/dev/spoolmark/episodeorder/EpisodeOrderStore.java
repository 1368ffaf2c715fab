package dev.spoolmark.episodeorder;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;

/// The shows that users have in the order of their air dates; all others are in the order of their numbers.
final class EpisodeOrderStore {

    static final UserItemTable TABLE =
            new UserItemTable("air_date_order", List.of(), List.of(Column.number("set_at")), false, "NOTHING");

    private static final int SHOW = Kind.SHOW.number();

    boolean isByAirDate(Tx tx, UserId user, ShowId show) {
        return tx.findFirst(
                        "SELECT 1 FROM air_date_order WHERE user_id = ? AND kind = ? AND item_id = ?",
                        row -> true,
                        user.value(),
                        SHOW,
                        show.value())
                .isPresent();
    }

    int add(Tx tx, UserId user, ShowId show, Instant at) {
        return tx.update("""
                INSERT INTO air_date_order (user_id, kind, item_id, set_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, kind, item_id) DO NOTHING
                """, user.value(), SHOW, show.value(), at);
    }

    int remove(Tx tx, UserId user, ShowId show) {
        return tx.update(
                "DELETE FROM air_date_order WHERE user_id = ? AND kind = ? AND item_id = ?",
                user.value(),
                SHOW,
                show.value());
    }

    List<OrderedShow> page(Tx tx, UserId user, long after, int max) {
        return tx.query(
                """
                SELECT item_id, set_at FROM air_date_order WHERE user_id = ? AND kind = ? AND item_id > ?
                ORDER BY item_id LIMIT ?
                """,
                row -> new OrderedShow(new ShowId(row.getLong(1)), row.instant(2)),
                user.value(),
                SHOW,
                after,
                max);
    }
}
