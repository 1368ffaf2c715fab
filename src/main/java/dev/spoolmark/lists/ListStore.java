package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.DatabaseException;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lists and all their slugs.
final class ListStore {

    private static final String SELECT = "SELECT " + ListColumns.columns("l") + " FROM list l\n";

    Optional<UserList> find(Tx tx, UserId owner, String slug) {
        return tx.findFirst(
                SELECT + """
                JOIN list_slug s ON s.user_id = l.user_id AND s.list_id = l.list_id
                WHERE s.user_id = ? AND s.slug = ?
                """, ListColumns::list, owner.value(), slug.strip().toLowerCase(Locale.ROOT));
    }

    List<UserList> of(Tx tx, UserId owner) {
        return tx.query(SELECT + "WHERE l.user_id = ? ORDER BY l.list_id", ListColumns::list, owner.value());
    }

    long count(Tx tx, UserId owner) {
        return tx.findFirst("SELECT count(*) FROM list WHERE user_id = ?", row -> row.getLong(1), owner.value())
                .orElse(0L);
    }

    /// Whether the name was free.
    boolean insert(Tx tx, UserList list, Instant changedAt) {
        ListSettings traits = list.traits();
        return tx.update(
                        """
                        INSERT INTO list (user_id, list_id, name, name_key, slug, description, privacy, show_numbers,
                            allow_comments, created_at, changed_at, rules)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (user_id, name_key) DO NOTHING
                        """,
                        list.owner().value(),
                        list.id().value(),
                        traits.name(),
                        traits.nameKey(),
                        list.slug(),
                        traits.description(),
                        traits.privacy().key(),
                        traits.showNumbers(),
                        traits.allowComments(),
                        list.createdAt(),
                        changedAt,
                        list.rules())
                == 1;
    }

    /// Returns false if another list has the name, also if it takes it concurrently.
    boolean update(Tx tx, UserList list, Instant now) {
        try {
            write(tx, list, now);
            return true;
        } catch (DatabaseException e) {
            if (e.isUniqueViolation()) {
                return false;
            }
            throw e;
        }
    }

    void setRules(Tx tx, UserList list, String rules, Instant now) {
        tx.update(
                "UPDATE list SET rules = ?, changed_at = ? WHERE user_id = ? AND list_id = ?",
                rules,
                now,
                list.owner().value(),
                list.id().value());
    }

    Optional<UserList> find(Tx tx, UserId owner, ListId id) {
        return tx.findFirst(
                SELECT + "WHERE l.user_id = ? AND l.list_id = ?", ListColumns::list, owner.value(), id.value());
    }

    private static void write(Tx tx, UserList list, Instant now) {
        ListSettings traits = list.traits();
        tx.update(
                """
                UPDATE list SET name = ?, name_key = ?, slug = ?, description = ?, privacy = ?, show_numbers = ?,
                    allow_comments = ?, changed_at = ?
                WHERE user_id = ? AND list_id = ?
                """,
                traits.name(),
                traits.nameKey(),
                list.slug(),
                traits.description(),
                traits.privacy().key(),
                traits.showNumbers(),
                traits.allowComments(),
                now,
                list.owner().value(),
                list.id().value());
    }

    boolean hasItems(Tx tx, UserId owner, ListId id) {
        return tx.findFirst(
                        "SELECT 1 FROM list_item WHERE user_id = ? AND list_id = ? LIMIT 1",
                        row -> true,
                        owner.value(),
                        id.value())
                .isPresent();
    }

    void delete(Tx tx, UserList list) {
        tx.update(
                "DELETE FROM list_slug WHERE user_id = ? AND list_id = ?",
                list.owner().value(),
                list.id().value());
        tx.update(
                "DELETE FROM list WHERE user_id = ? AND list_id = ?",
                list.owner().value(),
                list.id().value());
    }

    /// Whether another list of the owner has this name.
    boolean isTaken(Tx tx, UserList list) {
        return tx.findFirst(
                        "SELECT list_id FROM list WHERE user_id = ? AND name_key = ? AND list_id <> ?",
                        row -> true,
                        list.owner().value(),
                        list.traits().nameKey(),
                        list.id().value())
                .isPresent();
    }

    /// Claims a slug and returns whether it leads to this list. Of two concurrent claims, the second waits
    /// for the first.
    boolean claimSlug(Tx tx, UserId owner, String slug, ListId list) {
        return tx.findFirst("""
                        INSERT INTO list_slug (user_id, slug, list_id) VALUES (?, ?, ?)
                        ON CONFLICT (user_id, slug) DO UPDATE SET list_id = list_slug.list_id
                        RETURNING list_id
                        """, row -> row.getLong(1) == list.value(), owner.value(), slug, list.value())
                .orElse(false);
    }
}
