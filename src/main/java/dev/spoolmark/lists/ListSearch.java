package dev.spoolmark.lists;

import dev.spoolmark.db.Database;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Finds public lists of all users by name.
public final class ListSearch {

    private final Database database;
    private final ListSearchStore store = new ListSearchStore();

    public ListSearch(Database database) {
        this.database = database;
    }

    /// The public lists whose names begin with a text, by name, without those of users whom search does not find.
    /// The caller checks access to the profiles of their owners.
    public List<UserList> byName(String text, int limit) {
        String prefix = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return prefix.isEmpty() ? List.of() : database.read(tx -> store.byName(tx, prefix, limit));
    }
}
