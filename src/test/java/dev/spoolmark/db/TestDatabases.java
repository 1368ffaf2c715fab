package dev.spoolmark.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Creates an empty database for each test: a copy of one that has all migrations. PostgreSQL starts once in each
/// test process.
public final class TestDatabases {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FOLDERS.forEach(TestDatabases::delete)));
    }

    private TestDatabases() {}

    public static Database open(Engine engine) {
        return switch (engine) {
            case SQLITE -> shared(engine).get();
            case POSTGRESQL -> ReusedPostgres.open(TestDatabases::migrated);
        };
    }

    /// A database that can be opened several times, as by several processes.
    public static Supplier<Database> shared(Engine engine) {
        return switch (engine) {
            case SQLITE -> {
                Path file = file();
                yield () -> DatabaseFactory.sqlite(file);
            }
            case POSTGRESQL -> {
                PostgresLogin login = migrated();
                yield () -> DatabaseFactory.postgres(login);
            }
        };
    }

    /// A new SQLite database that has all migrations.
    public static Path file() {
        try {
            return Files.copy(MigratedSqlite.FILE, folder().resolve("spoolmark.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The login of a new PostgreSQL database without any migration.
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

    private static PostgresLogin migrated() {
        return login(" TEMPLATE " + MigratedPostgres.NAME);
    }

    private static PostgresLogin login(String options) {
        return login("spoolmark_" + MADE.incrementAndGet(), options);
    }

    private static PostgresLogin login(String name, String options) {
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
            FOLDERS.add(folder);
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

    private static final class MigratedSqlite {

        private static final Path FILE = folder().resolve("migrated.db");

        static {
            DatabaseFactory.sqlite(FILE).close();
        }
    }

    private static final class MigratedPostgres {

        private static final String NAME = create();

        private static String create() {
            String name = "spoolmark_migrated";
            DatabaseFactory.postgres(login(name, "")).close();
            return name;
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
