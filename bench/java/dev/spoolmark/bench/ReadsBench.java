package dev.spoolmark.bench;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A small response, compared with the same HTTP library returning the same constant bytes.
final class ReadsBench {

    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final double TARGET = 0.8;

    private ReadsBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start()) {
            compare(server, "server/time");
            compare(server, "genres/shows");
        }
    }

    private static void compare(BenchServer server, String method) throws Exception {
        String path = "/" + method + ".json/" + BenchServer.KEY;
        WebServer constant = constantServer(fetch(server, path));
        try {
            Load ceiling = new Load(constant.port(), CONNECTIONS, n -> Load.get("/"));
            Load read = new Load(server.port(), CONNECTIONS, n -> Load.get(path));
            PairedComparison.print(method, TARGET, () -> ceiling.run(ROUND), () -> read.run(ROUND));
        } finally {
            constant.stop();
        }
    }

    private static byte[] fetch(BenchServer server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static WebServer constantServer(byte[] body) {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.any((request, response) -> {
                    response.header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
                    response.send(body);
                }))
                .build()
                .start();
    }
}
