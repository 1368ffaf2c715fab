package dev.spoolmark.app;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Databases;
import dev.spoolmark.store.PostgresLogin;
import dev.spoolmark.store.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens the store that the configuration names.
public final class Stores {

    static final String SQLITE_FILE = "spoolmark.db";

    private Stores() {}

    public static Database open(Configuration.Store store, DataDirectory data, Workload workload) {
        return store.url() == null
                ? Databases.sqlite(data.file(SQLITE_FILE), workload)
                : Databases.postgres(new PostgresLogin(
                        store.url(), store.user(), plain(store), store.connections(), store.prepareThreshold()));
    }

    /// The file that the store is, when it is one and is there.
    public static Optional<Path> file(Configuration.Store store, Path folder) {
        return Optional.of(folder.resolve(SQLITE_FILE))
                .filter(file -> store.url() == null)
                .filter(Files::isRegularFile);
    }

    private static String plain(Configuration.Store store) {
        return new String(store.password().reveal(), StandardCharsets.UTF_8);
    }
}
