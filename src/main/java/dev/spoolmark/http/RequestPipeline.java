package dev.spoolmark.http;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.BodySpace;
import dev.spoolmark.http.body.BodyStorage;
import dev.spoolmark.http.body.LimitedBodyStream;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.overload.AdmissionControl;
import dev.spoolmark.http.overload.OverloadFastPath;
import dev.spoolmark.http.overload.ServerLoad;
import dev.spoolmark.http.response.ContentEncoding;
import dev.spoolmark.http.response.ResponseHeadWriter;
import dev.spoolmark.http.response.ResponseSink;
import dev.spoolmark.http.response.ResponseWriter;
import dev.spoolmark.http.response.SendQueue;
import dev.spoolmark.http.response.SpoolFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Who stands at the door: looks at each request, lets it in when there is room, shows it to the dialect that speaks
/// its path, and sees the answer out. Knows nothing of the HTTP library.
final class RequestPipeline implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());
    private static final Duration BUSY = Duration.ofSeconds(2);

    /// How a response is logged that its client did not read to its end; never sent.
    private static final int CLIENT_GONE = 499;

    private static final String OVER_CAPACITY = "server is over capacity";

    private final List<RequestHandler> dialects;
    private final Consumer<AccessLog.Entry> log;
    private final Optional<String> publicBase;
    private final RequestValidator checks;
    private final ClientOrigin.ForwardedHeaderResolver callers;
    private final CommonHeaders common;
    private final AdmissionControl admission;
    private final BodyStorage bodies;
    private final IoWatchdog stalls;
    private final InstantSource clock;
    private final InstantSource steady;
    private final ConnectionLimiter connections;
    private final CidrSet unlimited;
    private final RateLimiter<ClientNetwork> traffic;
    private final RequestIds ids = new RequestIds();
    private final OverloadFastPath doorstep;
    private final ResponseHeadWriter heads;
    private final SpoolFiles spools;

    /// @param bodies where large request bodies go
    /// @param spools where the rest of long responses waits for slow clients
    RequestPipeline(
            HttpServerConfig settings,
            List<RequestHandler> dialects,
            Consumer<AccessLog.Entry> log,
            InstantSource clock,
            BodyStorage bodies,
            SpoolFiles spools) {
        this.dialects = List.copyOf(dialects);
        this.log = log;
        this.clock = clock;
        steady = AdjustableClock.steady(clock);
        publicBase = Optional.ofNullable(settings.publicUrl())
                .map(url -> url.toString().replaceFirst("/+$", ""));
        checks = new RequestValidator(new HostAllowlist(settings));
        callers = new ClientOrigin.ForwardedHeaderResolver(settings);
        common = new CommonHeaders(settings.corsOrigins(), settings.publicUrl());
        admission = new AdmissionControl(
                settings.maxConcurrentRequests(), settings.queueCapacity(), settings.queueTimeout());
        this.bodies = bodies;
        this.spools = spools;
        heads = new ResponseHeadWriter(clock);
        stalls = new IoWatchdog(steady);
        unlimited = settings.trustedProxies().and(settings.trustedNetworks());
        connections = new ConnectionLimiter(unlimited, stalls, steady);
        traffic = new RateLimiter<>(HttpLimits.REQUESTS_OF_AN_ADDRESS, steady);
        doorstep = new OverloadFastPath(
                LegacyErrorBody.body(OVER_CAPACITY),
                common.answering(true, Optional.empty())
                        .put("Content-Type", Json.CONTENT_TYPE)
                        .put("Retry-After", Response.retryAfterSeconds(BUSY))
                        .append("Vary", "Accept-Encoding"));
    }

    void start(BackgroundTasks tasks) {
        stalls.start(tasks);
    }

    @Override
    public void close() {
        stalls.close();
    }

    /// The fields for an answer that the HTTP library gives by itself.
    ResponseHeaders bareHeader() {
        return common.answering(true, Optional.empty())
                .put("Content-Type", Json.CONTENT_TYPE)
                .put("X-Request-Id", ids.next());
    }

    ServerLoad crowd() {
        return admission.load();
    }

    ConnectionLimiter connections() {
        return connections;
    }

    /// Answers a plain request before it is taken apart, when there is no room for it.
    ///
    /// @param bytes what came in after the last request was over
    /// @return whether that was all of it, and is dealt with
    boolean rejectEarly(ClientConnection connection, byte[] bytes, Consumer<byte[]> out) {
        if (!admission.isFull(RequestPriority.BEST_EFFORT)) {
            return false;
        }
        Optional<OverloadFastPath.RequestLine> asked =
                OverloadFastPath.read(bytes).filter(plain -> admission.isFull(urgency(plain.verb(), plain.rawPath())));
        if (asked.isEmpty() || connection.countRequestAndCheckLimit()) {
            return false;
        }
        connection.startRequest();
        Instant now = clock.instant();
        String id = ids.next();
        byte[] body = doorstep.answer(id);
        connection.watch().arm(HttpLimits.ANSWER_STALL);
        out.accept(body);
        connection.watch().disarm();
        connection.endRequest();
        log.accept(new AccessLog.Entry(
                now, id, asked.get().verb(), 503, body.length, 0, connection.peer(), Response.AccessLogFields.NONE));
        return true;
    }

    /// Whether the connection may be used for more requests. It is reset when a response broke off, for its end
    /// would look like a proper one.
    boolean receive(RawRequest rawRequest, ResponseSink sink) {
        Instant received = clock.instant();
        Instant began = steady.instant();
        String id = ids.next();
        ClientOrigin caller = callers.read(
                rawRequest.connection().peer(),
                rawRequest.header().first("Host").orElse(""),
                rawRequest.header());
        Outcome outcome = answer(rawRequest, caller, id, sink);
        log.accept(new AccessLog.Entry(
                received,
                id,
                rawRequest.verb(),
                outcome.status,
                outcome.bytes,
                Duration.between(began, steady.instant()).toMillis(),
                caller.client(),
                outcome.trace));
        return outcome.reusable;
    }

    private record Outcome(int status, long bytes, Response.AccessLogFields trace, boolean reusable) {}

    private Outcome answer(RawRequest rawRequest, ClientOrigin caller, String id, ResponseSink sink) {
        // Who is refused anyway takes no turn and stands in no line.
        Optional<Response> refused = checks.refusal(rawRequest, caller).or(() -> rateLimit(caller));
        Optional<AdmissionControl.Permit> admitted = refused.isPresent()
                ? Optional.empty()
                : admission.enter(() -> urgency(rawRequest.verb(), rawRequest.rawPath()));
        try (AdmissionControl.Permit permit = admitted.orElseGet(admission::untrackedPermit)) {
            PermitAwareIo network = new PermitAwareIo(rawRequest.connection().watch(), permit);
            ServerRequest request =
                    new ServerRequest(rawRequest, caller, base(caller), id, body(rawRequest, caller, network), bodies);
            Optional<Response> early =
                    refused.or(() -> admitted.isEmpty() ? Optional.of(overloaded(BUSY)) : Optional.empty());
            try (ResponseWriter delivery = delivery(rawRequest, sink, network)) {
                return deliver(request, early, delivery);
            } finally {
                if (request.incoming().hasUnreadBytes()) {
                    rawRequest.connection().markUnreadBody();
                }
                request.incoming().release();
            }
        }
    }

    private ResponseWriter delivery(RawRequest rawRequest, ResponseSink sink, PermitAwareIo network) {
        var accepted = new ResponseWriter.Accepted(
                rawRequest.verb().equals("HEAD"),
                ContentEncoding.acceptsGzip(rawRequest.header().listed("Accept-Encoding")),
                !rawRequest.connection().isOfHttp10());
        return new ResponseWriter(sink, new SendQueue(sink, network, spools), heads, accepted);
    }

    /// The reply is gone when the client is waited for: it may hold much that only its rendering needed.
    private Outcome deliver(ServerRequest request, Optional<Response> early, ResponseWriter delivery) {
        Rendered rendered = render(request, early, delivery);
        Rendered sent = rendered.whole ? complete(request, rendered, delivery) : rendered;
        if (!sent.whole) {
            delivery.abandon();
        } else if (sent.closing && !request.arrival().header().has("Expect")) {
            request.incoming().drain();
        }
        return new Outcome(sent.status, delivery.bytes(), sent.trace, sent.whole && !sent.closing);
    }

    /// What became of a response.
    ///
    /// @param status as the client got it, or why it did not get all of it
    /// @param whole whether nothing is missing so far
    private record Rendered(int status, Response.AccessLogFields trace, boolean whole, boolean closing) {

        Rendered broken(int because) {
            return new Rendered(because, trace, false, true);
        }
    }

    private Rendered render(ServerRequest request, Optional<Response> early, ResponseWriter delivery) {
        Optional<RequestHandler> handler = handlerFor(request.rawPath());
        Response response = early.orElseGet(() ->
                handler.map(speaks -> dispatch(speaks, request)).orElseGet(() -> LegacyErrorBody.of(404, "not found")));
        boolean closing = isClosing(request);
        boolean crossOrigin = handler.map(RequestHandler::allowsCors).orElse(true);
        try {
            delivery.render(response, header(request, crossOrigin, closing));
            return new Rendered(response.status(), response.trace(), true, closing);
        } catch (Throwable fault) {
            Rendered begun = new Rendered(response.status(), response.trace(), true, closing);
            return recover(request, handler, delivery, begun, fault, () -> header(request, crossOrigin, closing));
        }
    }

    /// After a failure while a response was rendered: another response when nothing of it was sent.
    private Rendered recover(
            ServerRequest request,
            Optional<RequestHandler> handler,
            ResponseWriter delivery,
            Rendered begun,
            Throwable fault,
            Supplier<ResponseHeaders> header) {
        if (ThrowableFormatter.find(fault, ResponseWriter.ClientGoneException.class)
                .isPresent()) {
            return begun.broken(CLIENT_GONE);
        }
        Response instead = ThrowableFormatter.find(fault, ProblemException.class)
                .map(refusal -> refused(handler, refusal.problem()))
                .orElseGet(() -> fault(request, fault));
        if (delivery.isCommitted()) {
            return begun.broken(instead.status());
        }
        try {
            delivery.render(instead, header.get());
            return new Rendered(instead.status(), begun.trace, true, begun.closing);
        } catch (ResponseWriter.ClientGoneException gone) {
            return begun.broken(CLIENT_GONE);
        } catch (Throwable again) {
            return begun.broken(fault(request, again).status());
        }
    }

    private Rendered complete(ServerRequest request, Rendered rendered, ResponseWriter delivery) {
        try {
            delivery.complete();
            return rendered;
        } catch (ResponseWriter.ClientGoneException gone) {
            return rendered.broken(CLIENT_GONE);
        } catch (Throwable fault) {
            return rendered.broken(fault(request, fault).status());
        }
    }

    private static boolean isClosing(ServerRequest request) {
        RawRequest rawRequest = request.arrival();
        boolean spent = rawRequest.connection().countRequestAndCheckLimit();
        return spent
                || mustClose(request)
                || rawRequest.connection().isOfHttp10()
                || rawRequest.header().listed("Connection").stream().anyMatch("close"::equalsIgnoreCase);
    }

    /// Addresses in answers begin as the operator says, or else as the client called us
    /// (`docs/spec/v1/conventions.md#slugs-and-urls`).
    private String base(ClientOrigin caller) {
        return publicBase.orElseGet(caller::base);
    }

    private Optional<RequestHandler> handlerFor(String rawPath) {
        for (RequestHandler handler : dialects) {
            if (handler.matches(rawPath)) {
                return Optional.of(handler);
            }
        }
        return Optional.empty();
    }

    private RequestPriority urgency(String verb, String rawPath) {
        return handlerFor(rawPath).map(speaks -> speaks.urgency(verb, rawPath)).orElse(RequestPriority.BEST_EFFORT);
    }

    private Response dispatch(RequestHandler handler, ServerRequest request) {
        if (request.verb().equals("OPTIONS") && handler.allowsCors()) {
            return CommonHeaders.preflight();
        }
        try {
            return handler.handle(request);
        } catch (ProblemException refusal) {
            return handler.refused(refusal.problem());
        } catch (Throwable fault) {
            return fault(request, fault);
        }
    }

    private static Response refused(Optional<RequestHandler> handler, Problem problem) {
        return handler.map(speaks -> speaks.refused(problem)).orElseGet(() -> LegacyErrorBody.of(problem));
    }

    private ResponseHeaders header(ServerRequest request, boolean crossOrigin, boolean closing) {
        ResponseHeaders header = common.answering(crossOrigin, request.header("Origin"));
        header.put("X-Request-Id", request.id());
        if (closing) {
            header.put("Connection", "close");
        }
        return header;
    }

    private Response fault(ServerRequest request, Throwable fault) {
        LOG.log(
                System.Logger.Level.ERROR,
                () -> "request " + request.id() + " failed: " + ThrowableFormatter.format(fault));
        return LegacyErrorBody.of(500, "something went wrong on our side (" + request.id() + ")");
    }

    private Optional<Response> rateLimit(ClientOrigin caller) {
        if (unlimited.contains(caller.client())) {
            return Optional.empty();
        }
        Duration wait = traffic.tryAcquire(ClientNetwork.of(caller.client()));
        return wait.isZero() ? Optional.empty() : Optional.of(overloaded(wait));
    }

    private static Response overloaded(Duration wait) {
        return LegacyErrorBody.of(503, OVER_CAPACITY).with("Retry-After", Response.retryAfterSeconds(wait));
    }

    /// Whether what is left of the body could not be read away quickly, or nobody was told to send it.
    private static boolean mustClose(ServerRequest request) {
        RequestHeaders header = request.arrival().header();
        if (request.incoming().ended()) {
            return false;
        }
        if (request.incoming().broken()) {
            return true;
        }
        OptionalLong declared = declared(header);
        boolean little = declared.isPresent() && declared.getAsLong() <= HttpLimits.UNREAD_BODY_BYTES;
        return !little || (header.has("Expect") && request.incoming().isUnread());
    }

    private LimitedBodyStream body(RawRequest rawRequest, ClientOrigin caller, PermitAwareIo network) {
        BodySpace disk =
                unlimited.contains(caller.client()) ? bodies.disk() : bodies.disk(ClientNetwork.of(caller.client()));
        return new LimitedBodyStream(rawRequest.body(), declared(rawRequest.header()), disk, steady, network);
    }

    /// How long the body is; unknown when it comes in chunks.
    private static OptionalLong declared(RequestHeaders header) {
        if (!header.has("Content-Length") && !header.has("Transfer-Encoding")) {
            return OptionalLong.of(0);
        }
        Optional<String> length = header.first("Content-Length");
        try {
            return length.isEmpty() ? OptionalLong.empty() : OptionalLong.of(AsciiNumber.parseLong(length.get()));
        } catch (NumberFormatException unclear) {
            return OptionalLong.empty();
        }
    }
}
