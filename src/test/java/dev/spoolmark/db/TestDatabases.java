package dev.spoolmark.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Creates an empty database for each test. PostgreSQL starts once for the whole run.
public final class TestDatabases {

    private static final AtomicInteger MADE = new AtomicInteger();

    private TestDatabases() {}

    public static Database open(Engine engine) {
        return shared(engine).get();
    }

    /// A database that can be opened several times, as by several processes.
    public static Supplier<Database> shared(Engine engine) {
        return switch (engine) {
            case SQLITE -> {
                Path file = folder().resolve("spoolmark.db");
                yield () -> DatabaseFactory.sqlite(file);
            }
            case POSTGRESQL -> {
                PostgresLogin login = login();
                yield () -> DatabaseFactory.postgres(login);
            }
        };
    }

    /// The login of a new, empty PostgreSQL database.
    public static PostgresLogin login() {
        return login("");
    }

    /// The same with the collation of a language as the default.
    ///
    /// @param language a language tag that ICU knows: `en-US`, `und`
    public static PostgresLogin loginOfLanguage(String language) {
        return login(
                " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE '" + language + "'");
    }

    private static PostgresLogin login(String options) {
        String name = "spoolmark_" + MADE.incrementAndGet();
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + options);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made for the test", e);
        }
        return new PostgresLogin(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres", "", 16, 5);
    }

    /// A new folder that is deleted at the end of the tests.
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("spoolmark-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            // A temporary folder that cannot be deleted is left to the operating system.
        }
    }

    /// Starts with the first use. If it cannot start, the tests fail.
    private static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
