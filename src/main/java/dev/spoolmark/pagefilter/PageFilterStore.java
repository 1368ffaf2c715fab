package dev.spoolmark.pagefilter;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.util.List;
import java.util.Optional;

final class PageFilterStore {

    Optional<String> find(Tx tx, UserId user, String page) {
        return tx.findFirst(
                "SELECT query FROM page_filter WHERE user_id = ? AND page = ?",
                row -> row.getString(1),
                user.value(),
                page);
    }

    int count(Tx tx, UserId user) {
        return tx.findFirst("SELECT count(*) FROM page_filter WHERE user_id = ?", row -> row.getInt(1), user.value())
                .orElse(0);
    }

    void save(Tx tx, UserId user, PageFilter filter) {
        tx.update("""
                INSERT INTO page_filter (user_id, page, query, saved_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, page) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at
                """, user.value(), filter.page(), filter.query(), filter.savedAt());
    }

    boolean delete(Tx tx, UserId user, String page) {
        return tx.update("DELETE FROM page_filter WHERE user_id = ? AND page = ?", user.value(), page) == 1;
    }

    List<PageFilter> page(Tx tx, UserId user, String after, int max) {
        return tx.query(
                "SELECT page, query, saved_at FROM page_filter WHERE user_id = ? AND page > ? ORDER BY page LIMIT ?",
                row -> new PageFilter(row.getString(1), row.getString(2), row.instant(3)),
                user.value(),
                after,
                max);
    }
}
