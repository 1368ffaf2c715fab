package dev.spoolmark.showsetting;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ShowSettingStore {

    /// When two shows are merged, the result is pinned if one of them was, and a rule that was chosen is kept.
    static final UserItemTable TABLE = new UserItemTable(
            "show_setting", List.of(), List.of(Column.number("pinned_at"), Column.number("next_rule")), false, """
            UPDATE SET pinned_at = coalesce(show_setting.pinned_at, excluded.pinned_at),
                next_rule = CASE WHEN show_setting.next_rule > excluded.next_rule
                    THEN show_setting.next_rule ELSE excluded.next_rule END""");

    Optional<ShowSetting> find(Tx tx, UserId user, ShowId show) {
        return tx.findFirst(
                "SELECT kind, item_id, pinned_at, next_rule FROM show_setting"
                        + " WHERE user_id = ? AND kind = 2 AND item_id = ?",
                ShowSettingStore::setting,
                user.value(),
                show.value());
    }

    int countPinned(Tx tx, UserId user) {
        return tx.findFirst(
                        "SELECT count(pinned_at) FROM show_setting WHERE user_id = ?",
                        row -> row.getInt(1),
                        user.value())
                .orElse(0);
    }

    void pin(Tx tx, UserId user, ShowId show, Instant at) {
        tx.update("""
                INSERT INTO show_setting (user_id, kind, item_id, pinned_at, next_rule) VALUES (?, 2, ?, ?, 1)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                    pinned_at = coalesce(show_setting.pinned_at, excluded.pinned_at)
                """, user.value(), show.value(), at);
    }

    boolean unpin(Tx tx, UserId user, ShowId show) {
        return tx.update(
                        "UPDATE show_setting SET pinned_at = NULL"
                                + " WHERE user_id = ? AND kind = 2 AND item_id = ? AND pinned_at IS NOT NULL",
                        user.value(),
                        show.value())
                == 1;
    }

    void setRule(Tx tx, UserId user, ShowId show, NextRule rule) {
        tx.update("""
                INSERT INTO show_setting (user_id, kind, item_id, pinned_at, next_rule) VALUES (?, 2, ?, NULL, ?)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET next_rule = excluded.next_rule
                """, user.value(), show.value(), rule.number());
    }

    void deleteDefaults(Tx tx, UserId user, ShowId show) {
        tx.update(
                "DELETE FROM show_setting WHERE user_id = ? AND kind = 2 AND item_id = ?"
                        + " AND pinned_at IS NULL AND next_rule = 1",
                user.value(),
                show.value());
    }

    List<ShowSetting> page(Tx tx, UserId user, @Nullable ShowSetting after, int max) {
        return tx.query(
                """
                SELECT kind, item_id, pinned_at, next_rule FROM show_setting
                WHERE user_id = ? AND (kind, item_id) > (?, ?) ORDER BY kind, item_id LIMIT ?
                """,
                ShowSettingStore::setting,
                user.value(),
                after == null ? 0 : after.item().kind().number(),
                after == null ? 0 : after.item().value(),
                max);
    }

    private static ShowSetting setting(Row row) {
        return new ShowSetting(
                MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.instantOrNull(3), NextRule.of(row.getInt(4)));
    }
}
