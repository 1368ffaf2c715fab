package dev.spoolmark.db;

import java.nio.file.Path;

/// Opens a database and applies its migrations.
public final class DatabaseFactory {

    private DatabaseFactory() {}

    /// The SQLite database `file`, created if missing.
    public static Database sqlite(Path file) {
        return sqlite(file, Workload.SERVING);
    }

    public static Database sqlite(Path file, Workload workload) {
        Migrations.sqlite(file).migrate();
        return new SqliteDatabase(file, workload);
    }

    /// A SQLite file, read-only and without migrations; no other process may write to it.
    public static Database snapshot(Path file) {
        return new SqliteSnapshot(file);
    }

    /// Whether a SQLite file has the schema of this version.
    public static boolean isUpToDate(Path file) {
        return Migrations.sqlite(file).version() == Migrations.NEWEST;
    }

    public static Database postgres(PostgresLogin login) {
        Migrations.postgres(login).migrate();
        return new PostgresDatabase(login);
    }
}
