package dev.spoolmark.store;

import java.nio.file.Path;

/// Opens a store, bringing its tables up to date first.
public final class Databases {

    private Databases() {}

    /// The SQLite file at `file`, made when it is not there.
    public static Database sqlite(Path file) {
        Migrations.sqlite(file).bringUpToDate();
        return new SqliteDatabase(file);
    }

    public static Database postgres(PostgresLogin login) {
        Migrations.postgres(login).bringUpToDate();
        return new PostgresDatabase(login);
    }
}
