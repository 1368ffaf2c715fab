package dev.spoolmark.outgoing;

import dev.spoolmark.outgoing.Fetched.Failed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The line to one destination: at its pace, no more than eight calls at once, and silent while its circuit is open.
public final class Line implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Destination destination;
    private final Duration total;
    private final InstantSource clock;
    private final Circuit circuit = new Circuit();
    private final Pace pace;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Supplier<Exchange> open;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Exchange exchange;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Line(Outgoing outgoing, Destination destination) {
        this.destination = destination;
        this.total = outgoing.timeouts().total();
        this.clock = outgoing.clock();
        this.pace = new Pace(destination.calls(), destination.per());
        this.open = () -> new Exchange(outgoing, destination, AT_ONCE);
    }

    /// Waits for its turn, then for the answer, no longer than the time-outs allow.
    public Fetched ask(Ask ask) {
        Optional<Instant> open = openUntil();
        if (open.isPresent()) {
            return Failed.because("is left alone until " + open.get() + " after it failed or asked for it");
        }
        Optional<Duration> wait = pace.next(clock.instant(), PATIENCE);
        if (wait.isEmpty()) {
            return Failed.because("has more to answer than it bears; asked again later");
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
            free.acquire();
            try {
                return judged(timed(ask));
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failed.because("was not waited for: the server stops");
        }
    }

    /// Whether this is the line for an address.
    public boolean reaches(String address) {
        try {
            return destination.objection(URI.create(address)).isEmpty();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// Until when nothing is sent, if so.
    public Optional<Instant> openUntil() {
        return circuit.openUntil(clock.instant());
    }

    public Destination destination() {
        return destination;
    }

    /// Looking up a name and reading drop by drop know no time-out of their own, so the whole is watched from here.
    private Outcome timed(Ask ask) throws InterruptedException {
        Future<Outcome> answer = threads.submit(() -> opened().run(ask));
        try {
            return answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return Outcome.broken("did not answer within " + total.toMillis() + " ms");
        } catch (ExecutionException ours) {
            return Outcome.broken("could not be asked (" + simpleName(ours) + ")");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            throw stopped;
        }
    }

    /// Its message could hold an address, and with it a key.
    private static String simpleName(ExecutionException fault) {
        Throwable cause = fault.getCause();
        return (cause == null ? fault : cause).getClass().getSimpleName();
    }

    private Fetched judged(Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome.health()) {
            case WELL -> circuit.succeeded();
            case BROKEN -> circuit.failed(now);
            case BUSY -> {}
        }
        outcome.rest().ifPresent(rest -> circuit.asked(now, rest));
        return outcome.fetched();
    }

    /// The HTTP library is loaded when something is asked for the first time.
    private Exchange opened() {
        opening.lock();
        try {
            Exchange opened = exchange == null ? open.get() : exchange;
            exchange = opened;
            return opened;
        } finally {
            opening.unlock();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        opening.lock();
        try {
            if (exchange != null) {
                exchange.close();
            }
        } finally {
            opening.unlock();
        }
    }
}
