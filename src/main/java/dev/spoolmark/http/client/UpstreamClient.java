package dev.spoolmark.http.client;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.http.client.FetchResult.NotSent;
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

/// Sends requests to one source. Each of its hosts has its own rate limit, at most eight concurrent requests,
/// and a circuit breaker.
public final class UpstreamClient implements AutoCloseable {

    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final UpstreamDestination destination;
    private final Duration total;
    private final MonotonicTicker ticker;
    private final HostLimits own;
    private final Map<String, HostLimits> others = new HashMap<>();
    private final Supplier<RedirectFollowingClient> open;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable RedirectFollowingClient exchange;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    UpstreamClient(UpstreamClientFactory upstreamClients, UpstreamDestination destination) {
        this.destination = destination;
        this.total = upstreamClients.timeouts().total();
        InstantSource monotonic = AdjustableClock.monotonic(upstreamClients.clock());
        this.ticker = new MonotonicTicker(monotonic);
        this.own = HostLimits.of(destination, upstreamClients.clock(), monotonic);
        for (String host : destination.otherHosts()) {
            others.put(host, HostLimits.of(destination, upstreamClients.clock(), monotonic));
        }
        this.open = () -> new RedirectFollowingClient(upstreamClients, destination, HostLimits.MAX_CONCURRENT);
    }

    /// Waits for the rate limit, then for the response, within the timeouts.
    public FetchResult send(UpstreamRequest request) {
        HostLimits host = limits(request.target());
        Optional<FetchResult> left = paused(host);
        if (left.isPresent()) {
            return left.get();
        }
        Optional<Duration> wait = host.window().reserve(ticker.read(), MAX_WAIT);
        if (wait.isEmpty()) {
            return new NotSent("has more to answer than it bears; asked again later");
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
            host.permits().acquire();
            try {
                // The circuit may have opened while this request waited.
                Optional<FetchResult> since = paused(host);
                return since.isPresent() ? since.get() : updateCircuit(host, timed(request));
            } finally {
                host.permits().release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotSent("was not waited for: the server stops");
        }
    }

    private static Optional<FetchResult> paused(HostLimits host) {
        return host.circuit()
                .openUntil()
                .map(until -> new NotSent("is left alone until " + until + " after it failed or asked for it"));
    }

    /// The limits of the host in a URL; a URL of another host is rejected later.
    private HostLimits limits(String target) {
        try {
            String host = destination.base().resolve(target).getHost();
            return host == null ? own : others.getOrDefault(host.toLowerCase(Locale.ROOT), own);
        } catch (IllegalArgumentException noAddress) {
            return own;
        }
    }

    /// Whether a URL belongs to this source.
    public boolean isOwnHost(String address) {
        try {
            return destination.rejectionReason(URI.create(address)).isEmpty();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// The end of the pause, if the circuit of the main host is open.
    public Optional<Instant> openUntil() {
        return own.circuit().openUntil();
    }

    public UpstreamDestination destination() {
        return destination;
    }

    /// Name lookups and slow reads have no timeout of their own, so the whole exchange has one.
    private ExchangeResult timed(UpstreamRequest request) throws InterruptedException {
        Future<ExchangeResult> future = threads.submit(() -> client().run(request));
        try {
            return future.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            return ExchangeResult.failure("did not answer within " + total.toMillis() + " ms");
        } catch (ExecutionException e) {
            return ExchangeResult.failure("could not be asked (" + simpleName(e) + ")");
        } catch (InterruptedException stopped) {
            future.cancel(true);
            throw stopped;
        }
    }

    /// Without the message, which may contain a URL with a key.
    private static String simpleName(ExecutionException fault) {
        Throwable cause = fault.getCause();
        return (cause == null ? fault : cause).getClass().getSimpleName();
    }

    private static FetchResult updateCircuit(HostLimits host, ExchangeResult outcome) {
        CircuitBreaker circuit = host.circuit();
        switch (outcome.health()) {
            case HEALTHY -> circuit.succeeded();
            case FAILING -> circuit.failed();
            case NEUTRAL -> {}
        }
        outcome.retryAfter().ifPresent(circuit::openFor);
        return outcome.fetched();
    }

    /// The HTTP library is loaded at the first request.
    private RedirectFollowingClient client() {
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
