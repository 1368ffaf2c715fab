package dev.spoolmark.wire;

import dev.spoolmark.kernel.AdjustableClock;
import dev.spoolmark.kernel.AsciiNumber;
import dev.spoolmark.kernel.BackgroundTasks;
import dev.spoolmark.kernel.ClientNetwork;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
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
final class Porter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Door.class.getName());
    private static final Duration BUSY = Duration.ofSeconds(2);

    /// How a response is logged that its client did not read to its end; never sent.
    private static final int CLIENT_GONE = 499;

    private static final String OVER_CAPACITY = "server is over capacity";

    private final List<Dialect> dialects;
    private final Consumer<AccessLog.Entry> log;
    private final Optional<String> publicBase;
    private final Checks checks;
    private final Caller.Reader callers;
    private final CommonHeader common;
    private final Admission admission;
    private final BodyRoom bodies;
    private final Stalls stalls;
    private final InstantSource clock;
    private final InstantSource steady;
    private final Connections connections;
    private final Networks unlimited;
    private final Traffic<ClientNetwork> traffic;
    private final RequestIds ids = new RequestIds();
    private final Doorstep doorstep;
    private final ResponseHeads heads;
    private final Spools spools;

    /// @param bodies where large request bodies go
    /// @param spools where the rest of long responses waits for slow clients
    Porter(
            DoorSettings settings,
            List<Dialect> dialects,
            Consumer<AccessLog.Entry> log,
            InstantSource clock,
            BodyRoom bodies,
            Spools spools) {
        this.dialects = List.copyOf(dialects);
        this.log = log;
        this.clock = clock;
        steady = AdjustableClock.steady(clock);
        publicBase = Optional.ofNullable(settings.publicUrl())
                .map(url -> url.toString().replaceFirst("/+$", ""));
        checks = new Checks(new Hosts(settings));
        callers = new Caller.Reader(settings);
        common = new CommonHeader(settings.corsOrigins(), settings.publicUrl());
        admission = new Admission(settings.permits(), settings.queue(), settings.patience());
        this.bodies = bodies;
        this.spools = spools;
        heads = new ResponseHeads(clock);
        stalls = new Stalls(steady);
        unlimited = settings.trustedProxies().and(settings.trustedNetworks());
        connections = new Connections(unlimited, stalls, steady);
        traffic = new Traffic<>(Limits.REQUESTS_OF_AN_ADDRESS, steady);
        doorstep = new Doorstep(
                FailureReply.body(OVER_CAPACITY),
                common.answering(true, Optional.empty())
                        .put("Content-Type", Json.CONTENT_TYPE)
                        .put("Retry-After", Reply.seconds(BUSY))
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
    AnswerHeader bareHeader() {
        return common.answering(true, Optional.empty())
                .put("Content-Type", Json.CONTENT_TYPE)
                .put("X-Request-Id", ids.next());
    }

    Crowd crowd() {
        return admission.crowd();
    }

    Connections connections() {
        return connections;
    }

    /// Answers a plain request before it is taken apart, when there is no room for it.
    ///
    /// @param bytes what came in after the last request was over
    /// @return whether that was all of it, and is dealt with
    boolean turnAway(Connection connection, byte[] bytes, Consumer<byte[]> out) {
        if (!admission.isFull(Urgency.OTHER)) {
            return false;
        }
        Optional<Doorstep.Asked> asked =
                Doorstep.read(bytes).filter(plain -> admission.isFull(urgency(plain.verb(), plain.rawPath())));
        if (asked.isEmpty() || connection.isSpent()) {
            return false;
        }
        connection.begin();
        Instant now = clock.instant();
        String id = ids.next();
        byte[] answer = doorstep.answer(id);
        connection.watch().expect(Limits.ANSWER_STALL);
        out.accept(answer);
        connection.watch().done();
        connection.end();
        log.accept(new AccessLog.Entry(
                now, id, asked.get().verb(), 503, answer.length, 0, connection.peer(), Reply.Trace.NONE));
        return true;
    }

    /// Whether the connection may be used for more requests. It is reset when a response broke off, for its end would
    /// look like a proper one.
    boolean receive(Arrival arrival, Outlet outlet) {
        Instant received = clock.instant();
        Instant began = steady.instant();
        String id = ids.next();
        Caller caller = callers.read(
                arrival.connection().peer(), arrival.header().first("Host").orElse(""), arrival.header());
        Outcome outcome = answer(arrival, caller, id, outlet);
        log.accept(new AccessLog.Entry(
                received,
                id,
                arrival.verb(),
                outcome.status,
                outcome.bytes,
                Duration.between(began, steady.instant()).toMillis(),
                caller.client(),
                outcome.trace));
        return outcome.reusable;
    }

    private record Outcome(int status, long bytes, Reply.Trace trace, boolean reusable) {}

    private Outcome answer(Arrival arrival, Caller caller, String id, Outlet outlet) {
        // Who is refused anyway takes no turn and stands in no line.
        Optional<Reply> refused = checks.refusal(arrival, caller).or(() -> crowded(caller));
        Optional<Admission.Turn> admitted = refused.isPresent()
                ? Optional.empty()
                : admission.enter(() -> urgency(arrival.verb(), arrival.rawPath()));
        try (Admission.Turn turn = admitted.orElseGet(admission::beyond)) {
            NetworkWait network = new NetworkWait(arrival.connection().watch(), turn);
            Visit visit = new Visit(arrival, caller, base(caller), id, body(arrival, caller, network), bodies);
            Optional<Reply> early =
                    refused.or(() -> admitted.isEmpty() ? Optional.of(overloaded(BUSY)) : Optional.empty());
            try (Delivery delivery = delivery(arrival, outlet, network)) {
                return deliver(visit, early, delivery);
            } finally {
                if (visit.incoming().hasRest()) {
                    arrival.connection().leaveRest();
                }
                visit.incoming().release();
            }
        }
    }

    private Delivery delivery(Arrival arrival, Outlet outlet, NetworkWait network) {
        var accepted = new Delivery.Accepted(
                arrival.verb().equals("HEAD"),
                Compression.accepted(arrival.header().listed("Accept-Encoding")),
                !arrival.connection().isOfHttp10());
        return new Delivery(outlet, new SendQueue(outlet, network, spools), heads, accepted);
    }

    /// The reply is gone when the client is waited for: it may hold much that only its rendering needed.
    private Outcome deliver(Visit visit, Optional<Reply> early, Delivery delivery) {
        Rendered rendered = render(visit, early, delivery);
        Rendered sent = rendered.whole ? complete(visit, rendered, delivery) : rendered;
        if (!sent.whole) {
            delivery.abandon();
        } else if (sent.closing && !visit.arrival().header().has("Expect")) {
            visit.incoming().drain();
        }
        return new Outcome(sent.status, delivery.bytes(), sent.trace, sent.whole && !sent.closing);
    }

    /// What became of a response.
    ///
    /// @param status as the client got it, or why it did not get all of it
    /// @param whole whether nothing is missing so far
    private record Rendered(int status, Reply.Trace trace, boolean whole, boolean closing) {

        Rendered broken(int because) {
            return new Rendered(because, trace, false, true);
        }
    }

    private Rendered render(Visit visit, Optional<Reply> early, Delivery delivery) {
        Optional<Dialect> dialect = speaker(visit.rawPath());
        Reply reply = early.orElseGet(
                () -> dialect.map(speaks -> ask(speaks, visit)).orElseGet(() -> FailureReply.of(404, "not found")));
        boolean closing = isClosing(visit);
        boolean crossOrigin = dialect.map(Dialect::crossOrigin).orElse(true);
        try {
            delivery.render(reply, header(visit, crossOrigin, closing));
            return new Rendered(reply.status(), reply.trace(), true, closing);
        } catch (Throwable fault) {
            Rendered begun = new Rendered(reply.status(), reply.trace(), true, closing);
            return recover(visit, dialect, delivery, begun, fault, () -> header(visit, crossOrigin, closing));
        }
    }

    /// After a failure while a response was rendered: another response when nothing of it was sent.
    private Rendered recover(
            Visit visit,
            Optional<Dialect> dialect,
            Delivery delivery,
            Rendered begun,
            Throwable fault,
            Supplier<AnswerHeader> header) {
        if (Faults.find(fault, Delivery.ClientGone.class).isPresent()) {
            return begun.broken(CLIENT_GONE);
        }
        Reply instead = Faults.find(fault, Refusal.class)
                .map(refusal -> refused(dialect, refusal.problem()))
                .orElseGet(() -> fault(visit, fault));
        if (delivery.begun()) {
            return begun.broken(instead.status());
        }
        try {
            delivery.render(instead, header.get());
            return new Rendered(instead.status(), begun.trace, true, begun.closing);
        } catch (Delivery.ClientGone gone) {
            return begun.broken(CLIENT_GONE);
        } catch (Throwable again) {
            return begun.broken(fault(visit, again).status());
        }
    }

    private Rendered complete(Visit visit, Rendered rendered, Delivery delivery) {
        try {
            delivery.complete();
            return rendered;
        } catch (Delivery.ClientGone gone) {
            return rendered.broken(CLIENT_GONE);
        } catch (Throwable fault) {
            return rendered.broken(fault(visit, fault).status());
        }
    }

    private static boolean isClosing(Visit visit) {
        Arrival arrival = visit.arrival();
        boolean spent = arrival.connection().isSpent();
        return spent
                || mustClose(visit)
                || arrival.connection().isOfHttp10()
                || arrival.header().listed("Connection").stream().anyMatch("close"::equalsIgnoreCase);
    }

    /// Addresses in answers begin as the operator says, or else as the client called us (`decisions.md` 1).
    private String base(Caller caller) {
        return publicBase.orElseGet(caller::base);
    }

    private Optional<Dialect> speaker(String rawPath) {
        for (Dialect dialect : dialects) {
            if (dialect.speaks(rawPath)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    private Urgency urgency(String verb, String rawPath) {
        return speaker(rawPath).map(speaks -> speaks.urgency(verb, rawPath)).orElse(Urgency.OTHER);
    }

    private Reply ask(Dialect dialect, Visit visit) {
        if (visit.verb().equals("OPTIONS") && dialect.crossOrigin()) {
            return CommonHeader.preflight();
        }
        try {
            return dialect.answer(visit);
        } catch (Refusal refusal) {
            return dialect.refused(refusal.problem());
        } catch (Throwable fault) {
            return fault(visit, fault);
        }
    }

    private static Reply refused(Optional<Dialect> dialect, Problem problem) {
        return dialect.map(speaks -> speaks.refused(problem)).orElseGet(() -> FailureReply.of(problem));
    }

    private AnswerHeader header(Visit visit, boolean crossOrigin, boolean closing) {
        AnswerHeader header = common.answering(crossOrigin, visit.header("Origin"));
        header.put("X-Request-Id", visit.id());
        if (closing) {
            header.put("Connection", "close");
        }
        return header;
    }

    private Reply fault(Visit visit, Throwable fault) {
        LOG.log(System.Logger.Level.ERROR, () -> "request " + visit.id() + " failed: " + Faults.told(fault));
        return FailureReply.of(500, "something went wrong on our side (" + visit.id() + ")");
    }

    private Optional<Reply> crowded(Caller caller) {
        if (unlimited.contains(caller.client())) {
            return Optional.empty();
        }
        Duration wait = traffic.admit(ClientNetwork.of(caller.client()));
        return wait.isZero() ? Optional.empty() : Optional.of(overloaded(wait));
    }

    private static Reply overloaded(Duration wait) {
        return FailureReply.of(503, OVER_CAPACITY).with("Retry-After", Reply.seconds(wait));
    }

    /// Whether what is left of the body could not be read away quickly, or nobody was told to send it.
    private static boolean mustClose(Visit visit) {
        Fields header = visit.arrival().header();
        if (visit.incoming().ended()) {
            return false;
        }
        if (visit.incoming().broken()) {
            return true;
        }
        OptionalLong declared = declared(header);
        boolean little = declared.isPresent() && declared.getAsLong() <= Limits.UNREAD_BODY_BYTES;
        return !little || (header.has("Expect") && visit.incoming().untouched());
    }

    private IncomingBody body(Arrival arrival, Caller caller, NetworkWait network) {
        BodySpace disk =
                unlimited.contains(caller.client()) ? bodies.disk() : bodies.disk(ClientNetwork.of(caller.client()));
        return new IncomingBody(arrival.body(), declared(arrival.header()), disk, steady, network);
    }

    /// How long the body is; unknown when it comes in chunks.
    private static OptionalLong declared(Fields header) {
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
