package dev.spoolmark.app;

import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Checks that all background tasks run and that a small write commits in time.
///
/// At most one write is in progress, and its result is reused for 1 s, so that frequent checks cause no load.
final class HealthCheck {

    private static final System.Logger LOG = System.getLogger(HealthCheck.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private final Database database;
    private final BackgroundTasks tasks;
    private final LongSupplier nanos;
    private final Duration timeout;
    private @Nullable Probe latest;
    private volatile boolean failing;

    HealthCheck(Database database, BackgroundTasks tasks) {
        this(database, tasks, System::nanoTime, TIMEOUT);
    }

    /// @param nanos a monotonic clock like `System.nanoTime`
    /// @param timeout maximum duration of a write
    HealthCheck(Database database, BackgroundTasks tasks, LongSupplier nanos, Duration timeout) {
        this.database = database;
        this.tasks = tasks;
        this.nanos = nanos;
        this.timeout = timeout;
    }

    /// The reason why the server is unhealthy, as public text; empty if it is healthy. Takes at most
    /// `timeout`.
    Optional<String> problem() {
        Optional<String> problem = tasks.endedTask()
                .map(name -> "the background task " + name + " has ended")
                .or(() -> current().outcome());
        note(problem);
        return problem;
    }

    private synchronized Probe current() {
        Probe probe = latest;
        if (probe == null || probe.isStale()) {
            probe = new Probe();
            latest = probe;
            probe.begin();
        }
        return probe;
    }

    /// Logs changes of the state only.
    private void note(Optional<String> problem) {
        boolean before = failing;
        failing = problem.isPresent();
        if (problem.isPresent() && !before) {
            LOG.log(System.Logger.Level.ERROR, "/health returns 503: {0}", problem.get());
        }
    }

    /// One write and its outcome.
    private final class Probe {

        private final long began = nanos.getAsLong();
        private final CompletableFuture<Optional<String>> result = new CompletableFuture<>();
        private volatile long ended;

        void begin() {
            Thread.ofVirtual().name("health").start(this::run);
        }

        private void run() {
            Optional<String> outcome = Optional.of("database error");
            try {
                database.probe();
                outcome = Optional.empty();
            } catch (ProblemException e) {
                outcome = Optional.of(message(e.problem()));
            } catch (Throwable error) {
                LOG.log(System.Logger.Level.ERROR, () -> "health check failed: " + ErrorMessages.of(error));
            } finally {
                ended = nanos.getAsLong();
                result.complete(outcome);
            }
        }

        boolean isStale() {
            return result.isDone() && nanos.getAsLong() - ended > MAX_AGE.toNanos();
        }

        Optional<String> outcome() {
            long left = timeout.toNanos() - (nanos.getAsLong() - began);
            try {
                return result.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                return Optional.of("a write was not committed within " + timeout.toSeconds() + " s");
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Optional.of("the server is shutting down");
            } catch (ExecutionException stopping) {
                return Optional.of("the server is shutting down");
            }
        }
    }

    private static String message(Problem problem) {
        return switch (problem) {
            case Problem.Unavailable unavailable -> unavailable.reason();
            case Problem.Overloaded _ -> "the database accepts no writes";
            default -> "database error";
        };
    }
}
