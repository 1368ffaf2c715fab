package dev.spoolmark.app;

import dev.spoolmark.account.SignIn;
import dev.spoolmark.api.metrics.Metrics;
import dev.spoolmark.artwork.PictureFolder;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Load;
import dev.spoolmark.wire.AccessLog;
import dev.spoolmark.wire.Door;
import dev.spoolmark.wire.DoorSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A door of its own for those who watch over the server; opened only where the operator says so (`security.md`,
/// SEC-L7).
final class Monitor implements AutoCloseable {

    private static final double NANOSECONDS_A_SECOND = 1e9;

    private final Metrics metrics = new Metrics();
    private final InetSocketAddress address;
    private final Door door;

    Monitor(InetSocketAddress address, Path spool) {
        this.address = address;
        door = new Door(
                DoorSettings.DEFAULT.at(address.getHostString(), address.getPort()),
                List.of(metrics),
                entry -> {},
                spool);
    }

    /// Keeps the line about a request, and counts it.
    Consumer<AccessLog.Entry> beside(AccessLog log) {
        return entry -> {
            log.add(entry);
            metrics.answered(entry);
        };
    }

    /// Watches over these, and lets in who wants to know.
    void start(Door guarded, Features features, PictureFolder pictures) {
        showStore(features.database());
        showSignIn(features.signIn());
        metrics.shows("spoolmark_disk_free_bytes", "Bytes left on the disk of the data directory.", pictures::free);
        metrics.shows(
                "spoolmark_requests_working",
                "Requests that are worked on.",
                () -> guarded.crowd().working());
        metrics.shows(
                "spoolmark_requests_waiting",
                "Requests that wait for a turn.",
                () -> guarded.crowd().waiting());
        door.start();
        if (door.port() <= 0) {
            throw Failure.of(Settings.METRICS_LISTEN.key() + ": " + address.getHostString() + ":" + address.getPort()
                    + " cannot be listened on: choose another address, or leave it empty");
        }
    }

    private void showSignIn(SignIn signIn) {
        metrics.counts(
                "spoolmark_sign_in_recalled_total",
                "People let in without hashing their password, since they were known.",
                () -> signIn.load().recalled());
        metrics.counts(
                "spoolmark_sign_in_hashed_total",
                "Passwords hashed, right and wrong ones.",
                () -> signIn.load().hashed());
        metrics.shows(
                "spoolmark_sign_in_waiting",
                "Requests that wait to be hashed.",
                () -> signIn.load().waiting());
    }

    private void showStore(Database database) {
        metrics.counts(
                "spoolmark_store_writes_total",
                "Transactions that were kept.",
                () -> database.load().writes());
        metrics.counts(
                "spoolmark_store_commits_total",
                "Commits; several writes may share one.",
                () -> database.load().commits());
        metrics.counts(
                "spoolmark_store_commit_seconds_total",
                "How long all commits took together.",
                () -> seconds(database.load()));
        metrics.shows(
                "spoolmark_store_waiting",
                "Callers that wait for the store.",
                () -> database.load().waiting());
    }

    /// The port that is listened on, also when any was asked for.
    int port() {
        return door.port();
    }

    private static double seconds(Load load) {
        return load.committing().toNanos() / NANOSECONDS_A_SECOND;
    }

    @Override
    public void close() {
        door.close();
    }
}
