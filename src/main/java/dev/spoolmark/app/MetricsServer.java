package dev.spoolmark.app;

import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.app.config.ListeningSettings;
import dev.spoolmark.app.metrics.Metrics;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.AccessLog;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.HttpServerConfig;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// A separate HTTP server for metrics, only if configured (`docs/security.md#sec-l7`).
final class MetricsServer implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Metrics metrics = new Metrics();
    private final InetSocketAddress address;
    private final HttpServer server;

    MetricsServer(InetSocketAddress address, Path spool) {
        this.address = address;
        server = new HttpServer(
                HttpServerConfig.DEFAULT.at(address.getHostString(), address.getPort()),
                List.of(metrics),
                entry -> {},
                spool);
    }

    /// Logs a request and counts it.
    Consumer<AccessLog.Entry> logAndCount(AccessLog log) {
        return entry -> {
            log.add(entry);
            metrics.recordRequest(entry);
        };
    }

    /// Registers the metrics and starts to listen.
    void start(HttpServer apiServer, Features features, ImageDiskCache imageCache, BackgroundTasks tasks) {
        registerDatabase(features.database());
        registerSignIn(features.authenticator());
        metrics.gauge("spoolmark_disk_free_bytes", "Free bytes on the disk of the data directory.", imageCache::free);
        metrics.gauge(
                "spoolmark_requests_in_progress",
                "Requests being processed.",
                () -> apiServer.load().active());
        metrics.gauge(
                "spoolmark_requests_waiting",
                "Requests waiting for a permit.",
                () -> apiServer.load().queued());
        registerTasks(tasks);
        server.start(tasks);
        if (server.port() <= 0) {
            throw UserErrorException.of(ListeningSettings.METRICS_LISTEN.key() + ": " + address.getHostString() + ":"
                    + address.getPort() + " is in use or not available: choose another address, or unset it");
        }
    }

    private void registerTasks(BackgroundTasks tasks) {
        metrics.labelledGauge(
                "spoolmark_background_alive",
                "Whether the thread of a background task is alive (1) or has ended (0).",
                "task",
                () -> byTask(tasks, state -> state.alive() ? 1 : 0));
        metrics.labelledGauge(
                "spoolmark_background_last_run_seconds",
                "Time since the end of the last run of a background task.",
                "task",
                () -> byTask(tasks, state -> seconds(state.sinceLast())));
        metrics.labelledGauge(
                "spoolmark_background_failures",
                "Failed runs of a background task.",
                "task",
                () -> byTask(tasks, BackgroundTask.State::failures));
    }

    private static Map<String, Double> byTask(BackgroundTasks tasks, ToDoubleFunction<BackgroundTask.State> value) {
        Map<String, Double> values = new TreeMap<>();
        tasks.states().forEach(state -> values.merge(state.name(), value.applyAsDouble(state), Math::max));
        return values;
    }

    private void registerSignIn(Authenticator authenticator) {
        metrics.counter(
                "spoolmark_credential_cache_hits_total",
                "Sign-ins answered from the cache, without hashing the password.",
                () -> authenticator.load().cacheHits());
        metrics.counter(
                "spoolmark_password_hashes_total",
                "Passwords hashed, correct and wrong ones.",
                () -> authenticator.load().hashed());
        metrics.gauge(
                "spoolmark_password_hashes_waiting",
                "Requests waiting for a password hash.",
                () -> authenticator.load().waiting());
    }

    private void registerDatabase(Database database) {
        metrics.counter(
                "spoolmark_database_transactions_total",
                "Committed transactions.",
                () -> database.load().writes());
        metrics.counter(
                "spoolmark_database_commits_total",
                "Commits; several writes may share one.",
                () -> database.load().commits());
        metrics.counter(
                "spoolmark_database_commit_seconds_total",
                "Total time of all commits.",
                () -> seconds(database.load().committing()));
        metrics.gauge(
                "spoolmark_database_waiting",
                "Threads waiting for the database.",
                () -> database.load().waiting());
    }

    /// The port it listens on, also if 0 was configured.
    int port() {
        return server.port();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }

    @Override
    public void close() {
        server.close();
    }
}
