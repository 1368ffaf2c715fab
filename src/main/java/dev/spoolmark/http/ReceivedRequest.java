package dev.spoolmark.http;

import dev.spoolmark.http.body.BodyBudgets;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.LimitedBodyStream;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.http.body.RequestContentCoding;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The request that a connection carries.
///
/// @param head what handlers and routes were selected by
/// @param incoming the body as it arrives
/// @param bodies where large bodies are stored
record ReceivedRequest(ReceivedHead head, String base, String id, LimitedBodyStream incoming, BodyBudgets bodies)
        implements ServerRequest {

    @Override
    public String method() {
        return head.method();
    }

    @Override
    public String rawPath() {
        return head.rawPath();
    }

    @Override
    public String host() {
        return head.host();
    }

    @Override
    public String rawQuery() {
        return head.rawQuery();
    }

    @Override
    public Optional<String> header(String name) {
        return head.header(name);
    }

    @Override
    public InetAddress client() {
        return head.origin().client();
    }

    @Override
    public InetAddress peer() {
        return head.connection().peer();
    }

    @Override
    public Optional<String> onlyHeader(String name) {
        List<String> values = head.headers().all(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    @Override
    public <T> T runBlocking(Supplier<T> waiting) {
        return incoming.runBlocking(waiting);
    }

    @Override
    public ReceivedBody body(long limit, LargeBodyListener large) {
        return bodies.receive(incoming, RequestContentCoding.of(head.headers()).orElseThrow(), limit, large);
    }
}
