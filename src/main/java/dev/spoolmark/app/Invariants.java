package dev.spoolmark.app;

import dev.spoolmark.db.Database;
import java.util.List;
import java.util.Optional;

/// Consistency rules across rows that the database does not enforce.
public final class Invariants {

    private final Database database;
    private final InvariantStore store = new InvariantStore();

    public Invariants(Database database) {
        this.database = database;
    }

    /// One sentence per violated rule, in the order of the tables.
    public List<String> broken() {
        return InvariantStore.ALL.stream()
                .map(invariant -> database.read(tx -> store.broken(tx, invariant)))
                .flatMap(Optional::stream)
                .toList();
    }
}
