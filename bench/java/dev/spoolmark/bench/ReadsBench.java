package dev.spoolmark.bench;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A small answer, against the same server library answering constant bytes of the same length.
final class ReadsBench {

    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final double WANTED = 0.8;
    private static final byte[] CONSTANT =
            "{\"timestamp\":1372132800,\"timezone\":\"PDT\"}".getBytes(StandardCharsets.UTF_8);

    private ReadsBench() {}

    static void run() throws Exception {
        WebServer constant = constantServer();
        try (BenchServer ours = BenchServer.start()) {
            Load ceiling = new Load(constant.port(), CONNECTIONS, n -> Load.get("/"));
            Load time = new Load(ours.port(), CONNECTIONS, n -> Load.get("/server/time.json/" + BenchServer.KEY));
            Load genres = new Load(ours.port(), CONNECTIONS, n -> Load.get("/genres/shows.json/" + BenchServer.KEY));
            Ratio.print("server/time", WANTED, () -> ceiling.run(ROUND), () -> time.run(ROUND));
            Ratio.print("genres/shows", WANTED, () -> ceiling.run(ROUND), () -> genres.run(ROUND));
        } finally {
            constant.stop();
        }
    }

    private static WebServer constantServer() {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.any((request, response) -> {
                    response.header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
                    response.send(CONSTANT);
                }))
                .build()
                .start();
    }
}
