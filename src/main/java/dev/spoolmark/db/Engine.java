package dev.spoolmark.db;

import java.util.Locale;

/// The engines the house runs on, and the few words in which their SQL differs.
public enum Engine {

    /// One file, one writer, many readers: a home.
    SQLITE("WITHOUT ROWID", "", 64),

    /// A server of its own: from a small club to many nodes.
    POSTGRESQL("", "COLLATE \"C\"", 1_000);

    private final String clustered;
    private final String bytewise;
    private final int idBlock;

    Engine(String clustered, String bytewise, int idBlock) {
        this.clustered = clustered;
        this.bytewise = bytewise;
        this.idBlock = idBlock;
    }

    /// What ends a `CREATE TABLE` so that rows lie in the order of the primary key (`${clustered}` in a migration).
    String clustered() {
        return clustered;
    }

    /// What stands behind the type of a folded column, so that its order and its beginnings are those of its bytes,
    /// whatever language the database has (`${bytewise}` in a migration).
    String bytewise() {
        return bytewise;
    }

    /// How many ids a process takes at once (`docs/scaling.md#identifiers`).
    int idBlock() {
        return idBlock;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
