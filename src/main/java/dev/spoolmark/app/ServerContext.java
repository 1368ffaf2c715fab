package dev.spoolmark.app;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.config.StoredSettings;
import dev.spoolmark.app.jobs.ImdbDataset;
import dev.spoolmark.app.jobs.ImdbRefresh;
import dev.spoolmark.app.jobs.ImdbStatusText;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.catalog.ingest.DatasetJobs;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Workload;
import dev.spoolmark.recommendation.ModelLocation;
import dev.spoolmark.search.IndexLocation;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.transfer.run.Imports;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The configuration, data directory and open database of a command.
public record ServerContext(Configuration configuration, DataDirectory data, Database database)
        implements AutoCloseable {

    /// Derived data; can be deleted while no server runs.
    private static final String INDEX = "search";

    private static final String MODELS = "recommendations";

    private static final String SPOOL = "responses";
    private static final String IMAGES = "images";
    private static final String IMPORTS = "imports";

    /// Opens what `folder`, the environment and the flags specify; `warnings` receives messages about corrections.
    public static ServerContext open(
            Path folder, Map<String, String> environment, RawSettings flags, Consumer<String> warnings) {
        return open(folder, environment, flags, warnings, Workload.SERVING);
    }

    public static ServerContext open(
            Path folder,
            Map<String, String> environment,
            RawSettings flags,
            Consumer<String> warnings,
            Workload workload) {
        Configuration configuration = Configuration.of(Configuration.read(folder, environment, flags));
        DataDirectory data = DataDirectory.open(folder, warnings);
        Database database = DatabaseOpener.open(configuration.database(), data, workload);
        return new ServerContext(withStoredSettings(configuration, database), data, database);
    }

    private static Configuration withStoredSettings(Configuration configuration, Database database) {
        try {
            return Configuration.of(new StoredSettings(configuration.raw()).combine(ServerSettings.stored(database)));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public Features features(InstantSource clock) {
        return Features.create(database, configuration, clock, index(), models());
    }

    /// Imports of files, which wait in the data directory.
    public Imports imports(Features features) {
        return features.imports(data.path().resolve(IMPORTS));
    }

    /// Only the catalog, for commands that need no other feature.
    public Catalog catalog(InstantSource clock) {
        return new Catalog(database, clock, new CatalogOptions(configuration.provisional()));
    }

    /// The state of datasets that the server imports, in lines for the operator.
    public List<String> datasetStatus(InstantSource clock) {
        return configuration
                .imdbFolder()
                .map(folder -> ImdbStatusText.of(folder, new DatasetJobs(database, clock, "").state(ImdbRefresh.IMDB)))
                .orElse(List.of());
    }

    /// The job that imports the configured IMDb directory, if any.
    Optional<ImdbRefresh> imdbRefresh(Features features) {
        InstantSource clock = features.clock();
        return configuration
                .imdbFolder()
                .map(folder -> new ImdbRefresh(
                        new ImdbDataset(folder, data.path()),
                        new DatasetJobs(database, clock, UUID.randomUUID().toString()),
                        () -> new DatasetImport(database, clock, features.catalog()),
                        clock));
    }

    /// Directory of cached images; they can be fetched again.
    ImageDiskCache imageCache(InstantSource clock) {
        return new ImageDiskCache(data.path().resolve(IMAGES), configuration.imageDiskBytes(), clock);
    }

    /// Directory for parts of responses that slow clients have not read yet.
    Path spool() {
        return data.path().resolve(SPOOL);
    }

    /// Backups that administrators make on a page.
    BackupDirectory backups(InstantSource clock) {
        Optional<Path> file = DatabaseOpener.file(configuration.database(), data.path());
        return new BackupDirectory(data.path(), file.orElse(null), database, clock);
    }

    /// The list of deleted accounts in the data directory.
    public DeletedAccounts deletedAccounts(Features features) {
        return new DeletedAccounts(
                DeletedAccountsFile.in(data.path()), features.accounts().administration(), features.clock());
    }

    private IndexLocation index() {
        return IndexLocation.folder(data.path().resolve(INDEX));
    }

    private ModelLocation models() {
        return ModelLocation.folder(data.path().resolve(MODELS));
    }

    @Override
    public void close() {
        database.close();
    }
}
