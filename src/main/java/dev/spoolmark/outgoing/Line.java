package dev.spoolmark.outgoing;

import dev.spoolmark.kernel.AdjustableClock;
import dev.spoolmark.outgoing.Fetched.Unasked;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The line to one destination. Each of its hosts is asked at its pace, with no more than eight calls at once, and not
/// at all while its circuit is open.
public final class Line implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Destination destination;
    private final Duration total;
    private final InstantSource steady;
    private final HostLimits own;
    private final Map<String, HostLimits> others = new HashMap<>();
    private final Supplier<Exchange> open;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Exchange exchange;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Line(Outgoing outgoing, Destination destination) {
        this.destination = destination;
        this.total = outgoing.timeouts().total();
        this.steady = AdjustableClock.steady(outgoing.clock());
        this.own = HostLimits.of(destination, outgoing.clock(), steady);
        for (String host : destination.otherHosts()) {
            others.put(host, HostLimits.of(destination, outgoing.clock(), steady));
        }
        this.open = () -> new Exchange(outgoing, destination, HostLimits.AT_ONCE);
    }

    /// Waits for its turn, then for the answer, no longer than the time-outs allow.
    public Fetched ask(Ask ask) {
        HostLimits host = limits(ask.target());
        Optional<Fetched> left = leftAlone(host);
        if (left.isPresent()) {
            return left.get();
        }
        Optional<Duration> wait = host.pace().next(steady.instant(), PATIENCE);
        if (wait.isEmpty()) {
            return new Unasked("has more to answer than it bears; asked again later");
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
            host.permits().acquire();
            try {
                // It may have asked to be left alone while this one waited.
                Optional<Fetched> since = leftAlone(host);
                return since.isPresent() ? since.get() : judged(host, timed(ask));
            } finally {
                host.permits().release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unasked("was not waited for: the server stops");
        }
    }

    private static Optional<Fetched> leftAlone(HostLimits host) {
        return host.circuit()
                .openUntil()
                .map(until -> new Unasked("is left alone until " + until + " after it failed or asked for it"));
    }

    /// Those of the host that an address names; what names none of ours is refused later.
    private HostLimits limits(String target) {
        try {
            String host = destination.base().resolve(target).getHost();
            return host == null ? own : others.getOrDefault(host.toLowerCase(Locale.ROOT), own);
        } catch (IllegalArgumentException noAddress) {
            return own;
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

    /// Until when nothing is sent to the destination itself, if so.
    public Optional<Instant> openUntil() {
        return own.circuit().openUntil();
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

    private static Fetched judged(HostLimits host, Outcome outcome) {
        Circuit circuit = host.circuit();
        switch (outcome.health()) {
            case WELL -> circuit.succeeded();
            case BROKEN -> circuit.failed();
            case BUSY -> {}
        }
        outcome.rest().ifPresent(circuit::asked);
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
