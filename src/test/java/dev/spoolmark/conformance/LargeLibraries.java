package dev.spoolmark.conformance;

import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.http.client.StubServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Signed-in clients that send libraries of the maximum size concurrently. The server is a separate process with
/// the options of the launcher.
final class LargeLibraries {

    /// Five values each, including the object, of at most 100,000 values in a body.
    private static final int MOVIES = 19_990;

    private static final List<String> METHODS = List.of("movie/seen", "movie/library", "movie/watchlist");

    private final int port;
    private final List<String> credentials;

    private LargeLibraries(int port, List<String> credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    /// The measurements.
    ///
    /// @param peakMib the peak memory of the server
    /// @param statuses the number of responses by status
    record Measured(long peakMib, Map<Integer, Long> statuses) {}

    /// @param data an empty data directory
    static Measured run(Path data, int clients) throws Exception {
        List<String> credentials;
        try (TestServer server =
                TestServer.startIn(data, InstantSource.system(), StubServer.impatient(InstantSource.system()))) {
            TestUsers users = new TestUsers(server.features());
            credentials = List.of(users.ann(), users.bob(), users.cem()).stream()
                    .map(person -> person.name() + ":" + person.sha1())
                    .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
        try (ServerProcess server = ServerProcess.start(
                data, Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off", "SPOOLMARK_ACCESS_LOG", "off"))) {
            Map<Integer, Long> statuses = new LargeLibraries(server.port(), credentials).sendAll(clients);
            return new Measured(server.peakMemoryMib(), statuses);
        }
    }

    private Map<Integer, Long> sendAll(int clients) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                responses.add(client.sendAsync(request(number), BodyHandlers.ofString()));
            }
            return responses.stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
        }
    }

    private HttpRequest request(int number) {
        String method = METHODS.get(number % METHODS.size());
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + method + "/" + V1Client.KEY))
                .header("Authorization", "Basic " + credentials.get(number % credentials.size()))
                .POST(BodyPublishers.ofString(library(number)))
                .build();
    }

    /// Movies with unknown IMDb ids and long titles.
    private static String library(int number) {
        String title = "A title of a hundred letters and more that differs only in its number ".repeat(2);
        return IntStream.range(0, MOVIES)
                .mapToObj(movie -> "{\"imdb_id\":\"tt" + (1_000_000 + number * MOVIES + movie) + "\",\"title\":\""
                        + title + movie + "\",\"year\":2000,\"plays\":1}")
                .collect(Collectors.joining(",", "{\"movies\":[", "]}"));
    }
}
