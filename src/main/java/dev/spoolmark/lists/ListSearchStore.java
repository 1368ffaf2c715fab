package dev.spoolmark.lists;

import dev.spoolmark.db.Tx;
import java.util.List;

/// SQL for [ListSearch].
final class ListSearchStore {

    private static final int ACTIVE = 1;

    /// Sorts after every text with a given prefix.
    private static final String MAX_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    /// Reads rows of several users; access is checked by the caller.
    List<UserList> byName(Tx tx, String prefix, int limit) {
        return tx.query(
                "SELECT " + ListColumns.columns("l") + """
                 FROM list l
                JOIN account a ON a.user_id = l.user_id AND a.state = ? AND NOT a.unsearchable
                WHERE l.privacy = 'public' AND l.name_key >= ? AND l.name_key < ?
                ORDER BY l.name_key, l.user_id, l.list_id LIMIT ?
                """,
                ListColumns::list,
                ACTIVE,
                prefix,
                prefix + MAX_CHARACTER,
                limit);
    }
}
