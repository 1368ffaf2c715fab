package dev.spoolmark.http;

import dev.spoolmark.http.body.BodyEncoding;
import dev.spoolmark.http.body.BodyStorage;
import dev.spoolmark.http.body.LargeBodyPolicy;
import dev.spoolmark.http.body.LimitedBodyStream;
import dev.spoolmark.http.body.ReceivedBody;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/// A request as the dialects see it.
record ServerRequest(
        RawRequest arrival, ClientOrigin caller, String base, String id, LimitedBodyStream incoming, BodyStorage room)
        implements Request {

    @Override
    public String verb() {
        return isHead() ? "GET" : arrival.verb();
    }

    @Override
    public boolean isHead() {
        return arrival.verb().equals("HEAD");
    }

    @Override
    public String rawPath() {
        return arrival.rawPath();
    }

    @Override
    public String rawQuery() {
        return arrival.rawQuery();
    }

    @Override
    public Optional<String> header(String name) {
        return arrival.header().first(name);
    }

    @Override
    public InetAddress client() {
        return caller.client();
    }

    @Override
    public <T> T runBlocking(Supplier<T> waiting) {
        return incoming.aside(waiting);
    }

    @Override
    public ReceivedBody body(long limit, LargeBodyPolicy large) {
        return room.receive(incoming, BodyEncoding.of(arrival.header()).orElseThrow(), limit, large);
    }
}
