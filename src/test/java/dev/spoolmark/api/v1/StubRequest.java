package dev.spoolmark.api.v1;

import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.ReceivedBody;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/// A request without headers and body.
class StubRequest implements ServerRequest {

    private final String httpMethod;
    private final String rawPath;
    private final InetAddress client;

    StubRequest(String httpMethod, String rawPath, InetAddress client) {
        this.httpMethod = httpMethod;
        this.rawPath = rawPath;
        this.client = client;
    }

    @Override
    public String method() {
        return httpMethod;
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public String rawPath() {
        return rawPath;
    }

    @Override
    public String rawQuery() {
        return "";
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public InetAddress client() {
        return client;
    }

    @Override
    public InetAddress peer() {
        return client;
    }

    @Override
    public Optional<String> onlyHeader(String name) {
        return Optional.empty();
    }

    @Override
    public String base() {
        return "http://localhost";
    }

    @Override
    public String id() {
        return "test";
    }

    @Override
    public <T> T runBlocking(Supplier<T> waiting) {
        return waiting.get();
    }

    @Override
    public ReceivedBody body(long limit, LargeBodyListener large) {
        return ReceivedBody.NONE;
    }
}
