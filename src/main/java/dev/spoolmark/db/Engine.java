package dev.spoolmark.db;

import java.util.Locale;

/// The database engines, and the few parts of SQL in which they differ.
public enum Engine {

    /// One file, one writer thread, many readers. For homes.
    SQLITE("WITHOUT ROWID", "", 64),

    /// For larger servers, also with several nodes.
    POSTGRESQL("", "COLLATE \"C\"", 1_000);

    private final String clustered;
    private final String bytewise;
    private final int idBlock;

    Engine(String clustered, String bytewise, int idBlock) {
        this.clustered = clustered;
        this.bytewise = bytewise;
        this.idBlock = idBlock;
    }

    /// Table option that clusters rows by primary key (`${clustered}` in a migration).
    String clustered() {
        return clustered;
    }

    /// Collation of text columns: order and prefixes by bytes, independent of the locale of the database
    /// (`${bytewise}` in a migration).
    String bytewise() {
        return bytewise;
    }

    /// Number of ids that a process reserves at once (`docs/scaling.md#identifiers`).
    int idBlock() {
        return idBlock;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
