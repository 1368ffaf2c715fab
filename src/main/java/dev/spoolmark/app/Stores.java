package dev.spoolmark.app;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Databases;
import dev.spoolmark.store.PostgresLogin;
import java.nio.charset.StandardCharsets;

/// Opens the store that the configuration names.
public final class Stores {

    private static final String SQLITE_FILE = "spoolmark.db";

    private Stores() {}

    public static Database open(Configuration.Store store, DataDirectory data) {
        return store.url() == null
                ? Databases.sqlite(data.file(SQLITE_FILE))
                : Databases.postgres(new PostgresLogin(
                        store.url(), store.user(), plain(store), store.connections(), store.prepareThreshold()));
    }

    private static String plain(Configuration.Store store) {
        return new String(store.password().reveal(), StandardCharsets.UTF_8);
    }
}
