package dev.spoolmark.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Runs the loads against one server, each after a warm-up, and measures its highest memory meanwhile.
final class ScalingLoads {

    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP_TIME = Duration.ofMillis(1_200);
    private static final Duration MEASURE_TIME = Duration.ofSeconds(1);
    private static final int READERS = 16;
    private static final int DOWNLOADERS = 4;
    private static final int RATED = 100;

    private final LaunchedServer server;
    private final Measurements figures;
    private final double maxMib;
    private final List<AtomicInteger> scrobbled = IntStream.range(0, ScalingData.LISTENERS)
            .mapToObj(n -> new AtomicInteger())
            .toList();

    ScalingLoads(LaunchedServer server, Measurements figures, double maxMib) {
        this.server = server;
        this.figures = figures;
        this.maxMib = maxMib;
    }

    void run() throws Exception {
        load("server/time", READERS, n -> () -> Load.get("/server/time.json/" + BenchServer.KEY));
        measureResponses();
        library();
        signInOneByOne();
        load("rate/episodes, 100 a call", ScalingData.LISTENERS, ScalingLoads::rating);
        load("show/scrobble", ScalingData.LISTENERS, this::scrobble);
    }

    /// Hashing a password takes long at the first sign-in, so concurrent sign-ins would exceed the limit of the
    /// server.
    private void signInOneByOne() throws IOException {
        for (int n = 0; n < ScalingData.LISTENERS; n++) {
            Download.of(
                    server.port(), Load.closing("/account/test/" + BenchServer.KEY, signature("listener" + n) + "}"));
        }
    }

    private void load(String name, int connections, IntFunction<Supplier<byte[]>> requests) throws Exception {
        Load load = Load.changing(server.port(), connections, requests);
        rounds(name, () -> load.run(ROUND));
    }

    private void rounds(String name, Callable<Double> round) throws Exception {
        server.resetPeak();
        round.call();
        List<Double> found = new ArrayList<>();
        for (int n = 0; n < ROUNDS; n++) {
            found.add(round.call());
        }
        figures.add(new Measurement(name, "rates", "/s"), PairedComparison.median(found));
        peak(name);
    }

    private void peak(String name) throws IOException {
        figures.add(new Measurement("under " + name, "memory", "MiB", maxMib), server.peakMib());
    }

    /// Sends the requests sequentially, as a single client does.
    private void measureResponses() throws Exception {
        server.resetPeak();
        try (HttpClient client = HttpClient.newHttpClient()) {
            measureResponse(client, "user/lastactivity", "/user/lastactivity.json", "/person");
            measureResponse(client, "user/profile", "/user/profile.json", "/person");
            measureResponse(client, "show/summary", "/show/summary.json", "/1000002");
            measureResponse(client, "movies/trending", "/movies/trending.json", "");
            measureResponse(client, "activity/friends", "/activity/friends.json", "");
            measureResponse(client, "user/progress/watched", "/user/progress/watched.json", "/person");
        }
        peak("single requests");
    }

    private void measureResponse(HttpClient client, String name, String method, String rest) throws Exception {
        URI address = URI.create("http://localhost:" + server.port() + method + "/" + BenchServer.KEY + rest);
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(signature("person") + "}"))
                .build();
        median(name, () -> {
            long began = System.nanoTime();
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200 || response.body().length() < 20) {
                throw new IOException(name + " returned " + response.body());
            }
            return (System.nanoTime() - began) / 1e6;
        });
    }

    private void library() throws Exception {
        byte[] request = Load.closing(
                "/user/library/shows/watched.json/" + BenchServer.KEY + "/person/min", signature("person") + "}");
        Download.together(1, WARM_UP_TIME, server.port(), request);
        List<Download> downloads = repeat(() -> Download.of(server.port(), request), MEASURE_TIME);
        figures.add(
                new Measurement("library, first byte", "answers", "ms"),
                PairedComparison.median(downloads.stream().map(Download::first).toList()));
        figures.add(
                new Measurement("library, whole", "answers", "ms"),
                PairedComparison.median(downloads.stream().map(Download::whole).toList()));
        rounds("library", () -> Download.together(DOWNLOADERS, ROUND, server.port(), request));
    }

    private void median(String name, Callable<Double> milliseconds) throws Exception {
        repeat(milliseconds, WARM_UP_TIME);
        List<Double> found = repeat(milliseconds, MEASURE_TIME);
        figures.add(new Measurement(name, "answers", "ms"), PairedComparison.median(found));
    }

    private static <T> List<T> repeat(Callable<T> request, Duration time) throws Exception {
        List<T> found = new ArrayList<>();
        for (long until = System.nanoTime() + time.toNanos(); System.nanoTime() < until; ) {
            found.add(request.call());
        }
        return found;
    }

    private static Supplier<byte[]> rating(int n) {
        String episodes = IntStream.range(0, RATED)
                .mapToObj(at -> "{" + SampleUsers.episode(at) + ",\"rating\":" + (1 + n % 10) + "}")
                .collect(Collectors.joining(","));
        byte[] same = Load.post(
                "/rate/episodes/" + BenchServer.KEY, signature("listener" + n) + ",\"episodes\":[" + episodes + "]}");
        return () -> same;
    }

    /// A different episode on each call.
    private Supplier<byte[]> scrobble(int n) {
        AtomicInteger next = scrobbled.get(n);
        String head = signature("listener" + n) + ",\"duration\":45,\"progress\":99,";
        return () -> Load.post(
                "/show/scrobble/" + BenchServer.KEY, head + SampleUsers.episode(next.getAndIncrement()) + "}");
    }

    /// The beginning of a body.
    private static String signature(String userName) {
        return "{\"username\":\"" + userName + "\",\"password\":\"" + BenchServer.PASSWORD + "\"";
    }
}
