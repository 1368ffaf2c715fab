package dev.spoolmark.db;

import java.nio.file.Path;

/// Opens a store, bringing its tables up to date first.
public final class DatabaseFactory {

    private DatabaseFactory() {}

    /// The SQLite file at `file`, made when it is not there.
    public static Database sqlite(Path file) {
        return sqlite(file, Workload.SERVING);
    }

    public static Database sqlite(Path file, Workload workload) {
        Migrations.sqlite(file).migrate();
        return new SqliteDatabase(file, workload);
    }

    /// A SQLite file as it is, only to be read; for copies that nobody writes to.
    public static Database snapshot(Path file) {
        return new SqliteSnapshot(file);
    }

    /// Whether the tables of a SQLite file are the ones this version works with.
    public static boolean isUpToDate(Path file) {
        return Migrations.sqlite(file).version() == Migrations.NEWEST;
    }

    public static Database postgres(PostgresLogin login) {
        Migrations.postgres(login).migrate();
        return new PostgresDatabase(login);
    }
}
