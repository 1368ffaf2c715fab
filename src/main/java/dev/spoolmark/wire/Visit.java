package dev.spoolmark.wire;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/// A request as the dialects see it.
record Visit(Arrival arrival, Caller caller, String base, String id, IncomingBody incoming, BodyRoom room)
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
    public <T> T aside(Supplier<T> waiting) {
        return incoming.aside(waiting);
    }

    @Override
    public SentBody body(long limit, LargeBody large) {
        return room.receive(incoming, BodyEncoding.of(arrival.header()).orElseThrow(), limit, large);
    }
}
