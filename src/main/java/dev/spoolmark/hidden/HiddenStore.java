package dev.spoolmark.hidden;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class HiddenStore {

    /// When two items are merged, the result is hidden since the earlier time.
    static final UserItemTable TABLE = new UserItemTable(
            "hidden", List.of(Column.text("section")), List.of(Column.number("hidden_at")), true, """
            UPDATE SET hidden_at = excluded.hidden_at
            WHERE excluded.hidden_at < hidden.hidden_at""");

    private static final String HIDE = """
            INSERT INTO hidden (user_id, section, kind, item_id, show_id, hidden_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id, section, kind, item_id) DO NOTHING
            """;

    void hideAll(Tx tx, UserId user, HiddenSection section, List<ShowId> shows, Instant at) {
        tx.updateAll(
                HIDE,
                shows.stream()
                        .map(show -> new @Nullable Object[] {
                            user.value(), section.key(), show.kind().number(), show.value(), show.value(), at
                        })
                        .toList());
    }

    int countHiddenAt(Tx tx, UserId user, HiddenSection section, Instant at) {
        return tx.findFirst(
                        "SELECT count(*) FROM hidden WHERE user_id = ? AND section = ? AND hidden_at = ?",
                        row -> row.getInt(1),
                        user.value(),
                        section.key(),
                        at)
                .orElse(0);
    }

    int unhideAll(Tx tx, UserId user, HiddenSection section, Instant at) {
        return tx.update(
                "DELETE FROM hidden WHERE user_id = ? AND section = ? AND hidden_at = ?",
                user.value(),
                section.key(),
                at);
    }

    int hide(Tx tx, UserId user, HiddenSection section, MediaId item, long show, Instant at) {
        return tx.update(HIDE, user.value(), section.key(), item.kind().number(), item.value(), show, at);
    }

    int unhide(Tx tx, UserId user, HiddenSection section, MediaId item) {
        return tx.update(
                "DELETE FROM hidden WHERE user_id = ? AND section = ? AND kind = ? AND item_id = ?",
                user.value(),
                section.key(),
                item.kind().number(),
                item.value());
    }

    Set<MediaId> of(Tx tx, UserId user, HiddenSection section) {
        return new LinkedHashSet<>(tx.query(
                "SELECT kind, item_id FROM hidden WHERE user_id = ? AND section = ? ORDER BY kind, item_id",
                row -> MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                user.value(),
                section.key()));
    }

    List<HiddenItem> page(Tx tx, UserId user, HiddenSection section, @Nullable MediaId after, int max) {
        return tx.query(
                """
                SELECT kind, item_id, hidden_at FROM hidden
                WHERE user_id = ? AND section = ? AND (kind, item_id) > (?, ?)
                ORDER BY kind, item_id LIMIT ?
                """,
                row -> new HiddenItem(MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.instant(3)),
                user.value(),
                section.key(),
                after == null ? 0 : after.kind().number(),
                after == null ? 0 : after.value(),
                max);
    }
}
