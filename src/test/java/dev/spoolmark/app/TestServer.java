package dev.spoolmark.app;

import dev.spoolmark.account.FastHasher;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.AccessLog;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.metadata.jsonl.CatalogFile;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import dev.spoolmark.metadata.jsonl.SourceItemConsumer;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.web.PageRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A complete server for tests, with the test catalogue, cheap password hashing and a free port.
///
/// The database is created and loaded once; each server gets a copy of the file.
public final class TestServer implements AutoCloseable {

    private static final Path CATALOGUE = Path.of("src/test/resources/conformance/catalog.jsonl");

    private final Database database;
    private final Features features;
    private final Imports imports;
    private final Server server;

    private TestServer(Database database, Features features, Imports imports, Server server) {
        this.database = database;
        this.features = features;
        this.imports = imports;
        this.server = server;
    }

    /// @param settings variables of the environment, such as `SPOOLMARK_REGISTRATION=open`; an empty value unsets
    ///     one
    public static TestServer start(InstantSource clock, String... settings) {
        return over(Template.copy(), clock, settings);
    }

    /// With the features of a demo: the style guide, and sign-in with one click.
    public static TestServer startDemo(InstantSource clock, DemoSignIn demo) {
        return startDemo(Template.copy(), clock, demo);
    }

    /// With the features of a demo and an empty database.
    public static TestServer startEmptyDemo(InstantSource clock, DemoSignIn demo) {
        return startDemo(TestDatabases.file(), clock, demo);
    }

    private static TestServer startDemo(Path file, InstantSource clock, DemoSignIn demo) {
        Configuration configuration = configuration();
        Database database = DatabaseFactory.sqlite(file);
        return over(
                database,
                file,
                clock,
                configuration,
                Features.create(database, configuration, clock, FastHasher.hash()),
                demo);
    }

    /// With an empty database.
    public static TestServer startEmpty(InstantSource clock, String... settings) {
        return over(TestDatabases.file(), clock, settings);
    }

    /// With an empty database in a data directory, on which commands can run concurrently.
    public static TestServer startIn(
            Path data, InstantSource clock, UpstreamClientFactory upstreamClients, String... settings) {
        Configuration configuration = configuration(settings);
        Path file = data.resolve(DatabaseOpener.SQLITE_FILE);
        Database database = DatabaseFactory.sqlite(file);
        return over(
                database,
                file,
                clock,
                configuration,
                Features.create(database, configuration, clock, FastHasher.hash(), upstreamClients));
    }

    /// With the test catalogue in an empty database of any engine.
    public static TestServer startOver(Database database, InstantSource clock) {
        Template.fill(database);
        return over(database, null, clock);
    }

    private static TestServer over(Path file, InstantSource clock, String... settings) {
        return over(DatabaseFactory.sqlite(file), file, clock, settings);
    }

    private static TestServer over(Database database, @Nullable Path file, InstantSource clock, String... settings) {
        Configuration configuration = configuration(settings);
        return over(
                database,
                file,
                clock,
                configuration,
                Features.create(database, configuration, clock, FastHasher.hash()));
    }

    private static TestServer over(
            Database database,
            @Nullable Path file,
            InstantSource clock,
            Configuration configuration,
            Features features) {
        return over(database, file, clock, configuration, features, null);
    }

    private static TestServer over(
            Database database,
            @Nullable Path file,
            InstantSource clock,
            Configuration configuration,
            Features features,
            @Nullable DemoSignIn demo) {
        ImageDiskCache imageCache = new ImageDiskCache(TestDatabases.folder().resolve("images"), 1 << 20, clock);
        Path spool = TestDatabases.folder().resolve("responses");
        BackupDirectory backups = new BackupDirectory(TestDatabases.folder(), file, database, clock);
        Imports imports = features.imports(TestDatabases.folder().resolve("imports"));
        return new TestServer(
                database,
                features,
                imports,
                Server.start(
                        features,
                        imageCache,
                        spool,
                        imports,
                        backups,
                        configuration,
                        demo,
                        AccessLog.off(),
                        BackgroundTasks.plain()));
    }

    public Features features() {
        return features;
    }

    /// Imports, which tests carry out themselves: no task does.
    public Imports imports() {
        return imports;
    }

    public Database database() {
        return database;
    }

    /// The table of v1.
    public List<ApiMethod<?>> methods() {
        return Server.v1(features, configuration()).methods();
    }

    /// All pages and forms, with those of a demo.
    public List<PageRoute> pages() {
        return DeclaredPages.of(this);
    }

    /// The port of the metrics.
    public int metricsPort() {
        return server.metricsPort().orElseThrow();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        features.metadataSources().close();
        features.openId().ifPresent(OpenIdSignIn::close);
        database.close();
    }

    private static Configuration configuration(String... settings) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of(
                "SPOOLMARK_PORT",
                "0",
                "SPOOLMARK_DEFAULT_PRIVACY",
                "public",
                "SPOOLMARK_TIME_ZONE",
                "America/Los_Angeles",
                "SPOOLMARK_SOURCES_TVMAZE_ENABLED",
                "off"));
        for (String setting : settings) {
            environment.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        environment.values().removeIf(String::isEmpty);
        return Configuration.of(Configuration.read(TestDatabases.folder(), environment, RawSettings.empty()));
    }

    private static final class Template {

        private static final Path FILE = make();

        static Path copy() {
            try {
                return Files.copy(FILE, TestDatabases.folder().resolve("spoolmark.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path make() {
            Path file = TestDatabases.folder().resolve("spoolmark.db");
            try (Database database = DatabaseFactory.sqlite(file)) {
                fill(database);
            }
            return file;
        }

        static void fill(Database database) {
            InstantSource then = InstantSource.fixed(java.time.Instant.ofEpochSecond(1_372_000_000));
            Features features = Features.create(database, configuration(), then, FastHasher.hash());
            new CatalogImport(database, then, features.catalog()).apply(items());
        }

        private static List<SourceItem> items() {
            List<SourceItem> items = new ArrayList<>();
            try {
                CatalogFile.read(CATALOGUE, CatalogFileFormat.SPOOLMARK, null, new SourceItemConsumer() {
                    @Override
                    public void item(long line, SourceItem item) {
                        items.add(item);
                    }

                    @Override
                    public void rejected(long line, String reason) {
                        throw new IllegalStateException("line " + line + " of the test catalog: " + reason);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return items;
        }
    }
}
