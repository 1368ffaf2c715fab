package dev.spoolmark.store;

import java.util.Locale;

/// The engines the house runs on, and the few words in which their SQL differs.
public enum Engine {

    /// One file, one writer, many readers: a home.
    SQLITE("WITHOUT ROWID", 64),

    /// A server of its own: from a small club to many nodes.
    POSTGRESQL("", 1_000);

    private final String clustered;
    private final int idBlock;

    Engine(String clustered, int idBlock) {
        this.clustered = clustered;
        this.idBlock = idBlock;
    }

    /// What ends a `CREATE TABLE` so that rows lie in the order of the primary key (`${clustered}` in a migration).
    String clustered() {
        return clustered;
    }

    /// How many ids a process takes at once (`scale.md` 3.1).
    int idBlock() {
        return idBlock;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
