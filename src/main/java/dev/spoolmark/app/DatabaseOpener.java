package dev.spoolmark.app;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.PostgresLogin;
import dev.spoolmark.db.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens the configured database.
public final class DatabaseOpener {

    static final String SQLITE_FILE = "spoolmark.db";

    private DatabaseOpener() {}

    public static Database open(Configuration.DatabaseSettings store, DataDirectory data, Workload workload) {
        return store.url() == null
                ? DatabaseFactory.sqlite(data.file(SQLITE_FILE), workload)
                : DatabaseFactory.postgres(new PostgresLogin(
                        store.url(), store.user(), plain(store), store.connections(), store.prepareThreshold()));
    }

    /// The SQLite file, if SQLite is configured and the file exists.
    public static Optional<Path> file(Configuration.DatabaseSettings store, Path folder) {
        return Optional.of(folder.resolve(SQLITE_FILE))
                .filter(file -> store.url() == null)
                .filter(Files::isRegularFile);
    }

    private static String plain(Configuration.DatabaseSettings store) {
        return new String(store.password().reveal(), StandardCharsets.UTF_8);
    }
}
