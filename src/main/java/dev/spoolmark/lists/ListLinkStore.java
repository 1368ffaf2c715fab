package dev.spoolmark.lists;

import dev.spoolmark.db.Tx;
import java.util.Optional;

/// The hashes of the secret addresses of lists.
final class ListLinkStore {

    private static final String OF_LIST = " WHERE user_id = ? AND list_id = ?";

    /// Replaces the token of a list.
    void save(Tx tx, UserList list, String hash) {
        tx.update(
                "UPDATE list SET link_hash = ?" + OF_LIST,
                hash,
                list.owner().value(),
                list.id().value());
        deleteLookup(tx, list);
        tx.update(
                "INSERT INTO list_link (token_hash, user_id, list_id) VALUES (?, ?, ?)",
                hash,
                list.owner().value(),
                list.id().value());
    }

    void delete(Tx tx, UserList list) {
        tx.update(
                "UPDATE list SET link_hash = NULL" + OF_LIST,
                list.owner().value(),
                list.id().value());
        deleteLookup(tx, list);
    }

    private static void deleteLookup(Tx tx, UserList list) {
        tx.update(
                "DELETE FROM list_link" + OF_LIST,
                list.owner().value(),
                list.id().value());
    }

    /// The list of a token, if the row of the list has it, too.
    Optional<UserList> find(Tx tx, String hash) {
        return tx.findFirst("SELECT " + ListColumns.columns("l") + """
                 FROM list_link k
                JOIN list l ON l.user_id = k.user_id AND l.list_id = k.list_id AND l.link_hash = k.token_hash
                WHERE k.token_hash = ? AND l.privacy = 'link'
                """, ListColumns::list, hash);
    }
}
