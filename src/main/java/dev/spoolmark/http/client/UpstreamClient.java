package dev.spoolmark.http.client;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.SteadyTicker;
import dev.spoolmark.http.client.FetchResult.Unasked;
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

/// The line to one destination. Each of its hosts is asked at its pace, with no more than eight calls at once, and
/// not at all while its circuit is open.
public final class UpstreamClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UpstreamTarget destination;
    private final Duration total;
    private final SteadyTicker ticker;
    private final HostLimits own;
    private final Map<String, HostLimits> others = new HashMap<>();
    private final Supplier<RedirectFollowingClient> open;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable RedirectFollowingClient exchange;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    UpstreamClient(UpstreamClients upstreamClients, UpstreamTarget destination) {
        this.destination = destination;
        this.total = upstreamClients.timeouts().total();
        InstantSource steady = AdjustableClock.steady(upstreamClients.clock());
        this.ticker = new SteadyTicker(steady);
        this.own = HostLimits.of(destination, upstreamClients.clock(), steady);
        for (String host : destination.otherHosts()) {
            others.put(host, HostLimits.of(destination, upstreamClients.clock(), steady));
        }
        this.open = () -> new RedirectFollowingClient(upstreamClients, destination, HostLimits.AT_ONCE);
    }

    /// Waits for the rate limit, then for the response, within the time-outs.
    public FetchResult ask(UpstreamRequest ask) {
        HostLimits host = limits(ask.target());
        Optional<FetchResult> left = leftAlone(host);
        if (left.isPresent()) {
            return left.get();
        }
        Optional<Duration> wait = host.window().reserve(ticker.read(), PATIENCE);
        if (wait.isEmpty()) {
            return new Unasked("has more to answer than it bears; asked again later");
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
            host.permits().acquire();
            try {
                // It may have asked to be left alone while this one waited.
                Optional<FetchResult> since = leftAlone(host);
                return since.isPresent() ? since.get() : judged(host, timed(ask));
            } finally {
                host.permits().release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unasked("was not waited for: the server stops");
        }
    }

    private static Optional<FetchResult> leftAlone(HostLimits host) {
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
            return destination.rejectionReason(URI.create(address)).isEmpty();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// Until when nothing is sent to the destination itself, if so.
    public Optional<Instant> openUntil() {
        return own.circuit().openUntil();
    }

    public UpstreamTarget destination() {
        return destination;
    }

    /// Looking up a name and reading drop by drop know no time-out of their own, so the whole is watched from here.
    private ExchangeResult timed(UpstreamRequest ask) throws InterruptedException {
        Future<ExchangeResult> answer = threads.submit(() -> opened().run(ask));
        try {
            return answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return ExchangeResult.broken("did not answer within " + total.toMillis() + " ms");
        } catch (ExecutionException ours) {
            return ExchangeResult.broken("could not be asked (" + simpleName(ours) + ")");
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

    private static FetchResult judged(HostLimits host, ExchangeResult outcome) {
        CircuitBreaker circuit = host.circuit();
        switch (outcome.health()) {
            case HEALTHY -> circuit.succeeded();
            case FAILING -> circuit.failed();
            case NEUTRAL -> {}
        }
        outcome.retryAfter().ifPresent(circuit::openFor);
        return outcome.fetched();
    }

    /// The HTTP library is loaded when something is asked for the first time.
    private RedirectFollowingClient opened() {
        opening.lock();
        try {
            RedirectFollowingClient opened = exchange == null ? open.get() : exchange;
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
