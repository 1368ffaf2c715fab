package dev.spoolmark.http;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.body.BodyBudgets;
import dev.spoolmark.http.body.BodySpace;
import dev.spoolmark.http.body.LimitedBodyStream;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.overload.AdmissionControl;
import dev.spoolmark.http.overload.PlainRequest;
import dev.spoolmark.http.overload.ServerLoad;
import dev.spoolmark.http.response.ResponseContentCoding;
import dev.spoolmark.http.response.ResponseHeadWriter;
import dev.spoolmark.http.response.ResponseSink;
import dev.spoolmark.http.response.ResponseWriter;
import dev.spoolmark.http.response.SendQueue;
import dev.spoolmark.http.response.SpoolFiles;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The order of the steps that a request passes: origin, validation, rate limit, selection of handler and route,
/// admission, exchange, access log. Knows nothing of Helidon.
final class RequestPipeline implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private volatile List<RequestHandler> handlers;
    private volatile Consumer<AccessLog.Entry> log;
    private final Optional<String> publicBase;
    private final BasePath basePath;
    private final RequestValidator validator;
    private final ClientOrigin.ForwardedHeaderResolver originResolver;
    private final CorsOrigins origins;
    private final AdmissionControl admission;
    private final BodyBudgets bodies;
    private final IoWatchdog watchdog;
    private final InstantSource clock;
    private final InstantSource monotonicClock;
    private final ConnectionLimiter connections;
    private final CidrSet unlimited;
    private final KeyedRateLimiter<ClientNetwork> rateLimiter;
    private final RequestIds ids = new RequestIds();
    private final OverloadResponses overloadResponses;
    private final ResponseHeadWriter heads;
    private final SpoolFiles spools;
    private volatile boolean stopping;

    /// @param bodies where large request bodies are stored
    /// @param spools where the rest of long responses is stored for slow clients
    RequestPipeline(
            HttpServerConfig settings,
            List<RequestHandler> handlers,
            Consumer<AccessLog.Entry> log,
            InstantSource clock,
            BodyBudgets bodies,
            SpoolFiles spools) {
        this.handlers = List.copyOf(handlers);
        this.log = log;
        this.clock = clock;
        monotonicClock = AdjustableClock.monotonic(clock);
        publicBase = Optional.ofNullable(settings.publicUrl())
                .map(url -> url.toString().replaceFirst("/+$", ""));
        basePath = BasePath.of(settings.publicUrl());
        validator = new RequestValidator(new HostAllowlist(settings));
        originResolver = new ClientOrigin.ForwardedHeaderResolver(settings);
        origins = new CorsOrigins(settings.corsOrigins(), SecurityHeaders.of(settings.publicUrl()));
        admission = new AdmissionControl(
                settings.maxConcurrentRequests(), settings.queueCapacity(), settings.queueTimeout());
        this.bodies = bodies;
        this.spools = spools;
        heads = new ResponseHeadWriter(clock);
        watchdog = new IoWatchdog(monotonicClock);
        unlimited = settings.trustedProxies().and(settings.trustedNetworks());
        connections = new ConnectionLimiter(unlimited, watchdog, monotonicClock);
        rateLimiter = new KeyedRateLimiter<>(HttpLimits.REQUESTS_PER_NETWORK, monotonicClock);
        overloadResponses = new OverloadResponses(origins, new Problem.Overloaded(RETRY_AFTER));
    }

    void start(BackgroundTasks tasks) {
        watchdog.start(tasks);
    }

    /// Must be called before connections are closed by the server: incomplete requests get 503 from then on.
    void stopping() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /// Drops the handlers too: Helidon's timer of idle connections refers to a stopped listener, and through it to
    /// this pipeline, until the process ends.
    @Override
    public void close() {
        watchdog.close();
        handlers = List.of();
        log = _ -> {};
    }

    /// The fields of a response that Helidon sends by itself.
    ResponseHeaders transportErrorFields() {
        return origins.fields(true, Optional.empty())
                .put("Content-Type", Json.CONTENT_TYPE)
                .put("X-Request-Id", ids.next());
    }

    BasePath basePath() {
        return basePath;
    }

    ServerLoad load() {
        return admission.load();
    }

    ConnectionLimiter connections() {
        return connections;
    }

    /// The client of a request, behind the trusted proxies.
    ClientOrigin origin(ClientConnection connection, RequestHeaders headers) {
        return originResolver.read(connection.peer(), headers.first("Host").orElse(""), headers);
    }

    /// Responds with 503 to a plain request before it is parsed, when there is no capacity for it.
    ///
    /// @param bytes what was received after the last request
    /// @return whether these bytes were one request, which has its response
    boolean rejectEarly(ClientConnection connection, byte[] bytes, Consumer<byte[]> out) {
        if (!admission.isFull(RequestPriority.BEST_EFFORT)) {
            return false;
        }
        Optional<PlainRequest> plain = PlainRequest.read(bytes, basePath::strip);
        if (plain.isEmpty()) {
            return false;
        }
        SelectedRoute selected = SelectedRoute.of(handlers, plain.get());
        if (!admission.isFull(selected.priority()) || connection.countRequestAndCheckLimit()) {
            connection.setRoute(selected);
            return false;
        }
        connection.startRequest();
        Instant now = clock.instant();
        String id = ids.next();
        byte[] response = overloadResponses.response(selected.handler(), id);
        connection.watch().arm(HttpLimits.RESPONSE_STALL);
        out.accept(response);
        connection.watch().disarm();
        connection.endRequest();
        log.accept(new AccessLog.Entry(
                now,
                id,
                plain.get().method(),
                503,
                response.length,
                0,
                connection.peer(),
                Response.AccessLogFields.NONE));
        return true;
    }

    /// Responds to a request.
    ///
    /// @param body opened when the body is read: only then `100 Continue` is sent to a client that waits for it
    /// @return whether the connection may be used for more requests. It is reset when a response broke off,
    ///     since its end would look like a proper one.
    boolean receive(ReceivedHead head, Supplier<InputStream> body, ResponseSink sink) {
        Instant received = clock.instant();
        Instant began = monotonicClock.instant();
        String id = ids.next();
        Exchange.Outcome outcome = respond(head, body, id, sink);
        log.accept(new AccessLog.Entry(
                received,
                id,
                head.method(),
                outcome.status(),
                outcome.bytes(),
                Duration.between(began, monotonicClock.instant()).toMillis(),
                head.origin().client(),
                outcome.trace()));
        return outcome.reusable();
    }

    /// A request that is rejected anyway takes no permit and does not wait for one.
    private Exchange.Outcome respond(ReceivedHead head, Supplier<InputStream> body, String id, ResponseSink sink) {
        Optional<Problem> problem = validator.problem(head).or(() -> rateLimit(head.origin()));
        SelectedRoute selected = problem.map(reason -> SelectedRoute.rejected(handlers, head, reason))
                .orElseGet(() -> select(head));
        Optional<AdmissionControl.Permit> admitted =
                problem.isPresent() ? Optional.empty() : admission.enter(selected.priority());
        SelectedRoute route = problem.isPresent() || admitted.isPresent()
                ? selected
                : selected.reject(new Problem.Overloaded(RETRY_AFTER));
        try (AdmissionControl.Permit permit = admitted.orElseGet(admission::untrackedPermit)) {
            PermitAwareIo network = new PermitAwareIo(head.connection().watch(), permit);
            ReceivedRequest request =
                    new ReceivedRequest(head, base(head.origin()), id, body(head, body, network), bodies);
            try (ResponseWriter writer = writer(head, sink, network)) {
                return new Exchange(request, route, writer, origins).run();
            } finally {
                if (request.incoming().hasUnreadBytes()) {
                    head.connection().markUnreadBody();
                }
                request.incoming().release();
            }
        }
    }

    private SelectedRoute select(ReceivedHead head) {
        SelectedRoute selected = head.connection().selectedRoute();
        return selected == null ? SelectedRoute.of(handlers, head) : selected;
    }

    private ResponseWriter writer(ReceivedHead head, ResponseSink sink, PermitAwareIo network) {
        var accepted = new ResponseWriter.Accepted(
                head.isHead(),
                ResponseContentCoding.acceptsGzip(head.headers().listed("Accept-Encoding")),
                !head.connection().isOfHttp10());
        return new ResponseWriter(sink, new SendQueue(sink, network, spools), heads, accepted);
    }

    /// URLs in responses start with the configured public URL, or else with scheme and host of the request
    /// (`docs/spec/v1/conventions.md#slugs-and-urls`).
    private String base(ClientOrigin origin) {
        return publicBase.orElseGet(origin::base);
    }

    private Optional<Problem> rateLimit(ClientOrigin origin) {
        if (unlimited.contains(origin.client())) {
            return Optional.empty();
        }
        Duration wait = rateLimiter.tryAcquire(ClientNetwork.of(origin.client()));
        return wait.isZero() ? Optional.empty() : Optional.of(new Problem.Overloaded(wait));
    }

    private LimitedBodyStream body(ReceivedHead head, Supplier<InputStream> source, PermitAwareIo network) {
        boolean trusted = unlimited.contains(head.origin().client());
        BodySpace disk = trusted
                ? bodies.disk()
                : bodies.disk(ClientNetwork.of(head.origin().client()));
        return new LimitedBodyStream(source, head.contentLength(), disk, monotonicClock, network, this::isStopping);
    }
}
