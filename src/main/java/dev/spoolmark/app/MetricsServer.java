package dev.spoolmark.app;

import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.api.metrics.Metrics;
import dev.spoolmark.app.config.Settings;
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

/// A door of its own for those who watch over the server; opened only where the operator says so
/// (`docs/security.md#sec-l7`).
final class MetricsServer implements AutoCloseable {

    private static final double NANOSECONDS_A_SECOND = 1e9;

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

    /// Keeps the line about a request, and counts it.
    Consumer<AccessLog.Entry> beside(AccessLog log) {
        return entry -> {
            log.add(entry);
            metrics.recordRequest(entry);
        };
    }

    /// Watches over these, and lets in who wants to know.
    void start(HttpServer guarded, Features features, ImageDiskCache pictures, BackgroundTasks tasks) {
        showStore(features.database());
        showSignIn(features.signIn());
        metrics.gauge("spoolmark_disk_free_bytes", "Bytes left on the disk of the data directory.", pictures::free);
        metrics.gauge(
                "spoolmark_requests_working",
                "Requests that are worked on.",
                () -> guarded.load().active());
        metrics.gauge(
                "spoolmark_requests_waiting",
                "Requests that wait for a turn.",
                () -> guarded.load().queued());
        showTasks(tasks);
        server.start(tasks);
        if (server.port() <= 0) {
            throw UserErrorException.of(Settings.METRICS_LISTEN.key() + ": " + address.getHostString() + ":"
                    + address.getPort() + " cannot be listened on: choose another address, or leave it empty");
        }
    }

    private void showTasks(BackgroundTasks tasks) {
        metrics.showsEach(
                "spoolmark_background_alive",
                "Whether the thread of a background task is there (1) or gone (0).",
                "task",
                () -> ofTasks(tasks, state -> state.alive() ? 1 : 0));
        metrics.showsEach(
                "spoolmark_background_last_run_seconds",
                "How long ago a background task last ended a run.",
                "task",
                () -> ofTasks(tasks, state -> seconds(state.sinceLast())));
        metrics.showsEach(
                "spoolmark_background_failures",
                "How many runs of a background task failed since the start.",
                "task",
                () -> ofTasks(tasks, BackgroundTask.State::failures));
    }

    private static Map<String, Double> ofTasks(BackgroundTasks tasks, ToDoubleFunction<BackgroundTask.State> value) {
        Map<String, Double> values = new TreeMap<>();
        tasks.states().forEach(state -> values.merge(state.name(), value.applyAsDouble(state), Math::max));
        return values;
    }

    private void showSignIn(Authenticator signIn) {
        metrics.counter(
                "spoolmark_sign_in_recalled_total",
                "People let in without hashing their password, since they were known.",
                () -> signIn.load().recalled());
        metrics.counter(
                "spoolmark_sign_in_hashed_total",
                "Passwords hashed, right and wrong ones.",
                () -> signIn.load().hashed());
        metrics.gauge(
                "spoolmark_sign_in_waiting",
                "Requests that wait to be hashed.",
                () -> signIn.load().waiting());
    }

    private void showStore(Database database) {
        metrics.counter(
                "spoolmark_store_writes_total",
                "Transactions that were kept.",
                () -> database.load().writes());
        metrics.counter(
                "spoolmark_store_commits_total",
                "Commits; several writes may share one.",
                () -> database.load().commits());
        metrics.counter(
                "spoolmark_store_commit_seconds_total",
                "How long all commits took together.",
                () -> seconds(database.load().committing()));
        metrics.gauge(
                "spoolmark_store_waiting",
                "Callers that wait for the store.",
                () -> database.load().waiting());
    }

    /// The port that is listened on, also when any was asked for.
    int port() {
        return server.port();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOSECONDS_A_SECOND;
    }

    @Override
    public void close() {
        server.close();
    }
}
