package dev.spoolmark.conformance;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.http.ApiMethod;
import java.util.List;

/// The method tables of the server.
final class DeclaredMethods {

    private DeclaredMethods() {}

    static List<ApiMethod<?>> v1() {
        try (TestServer server = TestServer.start(new TestClock())) {
            return server.methods();
        }
    }
}
