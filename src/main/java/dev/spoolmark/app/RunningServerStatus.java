package dev.spoolmark.app;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.jobs.ImdbRefresh;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.catalog.ingest.DatasetJobs;
import dev.spoolmark.catalog.ingest.DatasetStatus;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Engine;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.web.admin.ServerStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The running server as its administrators see it.
final class RunningServerStatus implements ServerStatus {

    private static final String MASK = "***";

    private final Features features;
    private final Configuration configuration;
    private final ImageDiskCache disk;
    private final HealthCheck health;
    private final BackgroundTasks tasks;
    private final Instant startedAt;

    /// @param disk of the data directory
    RunningServerStatus(
            Features features,
            Configuration configuration,
            ImageDiskCache disk,
            HealthCheck health,
            BackgroundTasks tasks) {
        this.features = features;
        this.configuration = configuration;
        this.disk = disk;
        this.health = health;
        this.tasks = tasks;
        this.startedAt = features.clock().instant();
    }

    @Override
    public String version() {
        return ProductVersion.version();
    }

    @Override
    public String database() {
        return features.database().engine() == Engine.SQLITE ? "SQLite" : "PostgreSQL";
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public Optional<String> healthProblem() {
        return health.problem();
    }

    @Override
    public List<BackgroundTask.State> tasks() {
        return tasks.states();
    }

    /// Those in the database are read again, the others at the start.
    @Override
    public List<SettingInForce> settings() {
        var stored = features.serverSettings().current().settings();
        return configuration.raw().effective().stream()
                .map(setting -> stored.stream()
                        .filter(known -> known.key().key().equals(setting.key()))
                        .findFirst()
                        .map(known -> new SettingInForce(setting.key(), known.value(), known.source()))
                        .orElseGet(() -> new SettingInForce(setting.key(), setting.value(), setting.source())))
                .toList();
    }

    @Override
    public List<SourceAccess> sources() {
        Configuration.Sources sources = configuration.sources();
        return List.of(
                access(SourceName.TVMAZE, sources.tvmaze(), false),
                access(SourceName.TMDB, sources.tmdb(), true),
                access(SourceName.TVDB, sources.tvdb(), true));
    }

    private static SourceAccess access(SourceName name, Configuration.Sources.Access access, boolean needsKey) {
        return new SourceAccess(name.key(), access.enabled(), needsKey, masked(access.key()));
    }

    private static String masked(Secret key) {
        return key.reveal().length == 0 ? "" : MASK;
    }

    @Override
    public Optional<DatasetStatus> dataset() {
        return configuration
                .imdbFolder()
                .flatMap(_ -> new DatasetJobs(features.database(), features.clock(), "").state(ImdbRefresh.IMDB));
    }

    @Override
    public long freeDiskBytes() {
        return disk.free();
    }
}
