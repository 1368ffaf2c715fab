package dev.spoolmark.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/// A server started by the launcher with its options, as a separate process on an existing data directory. It
/// sends no requests to metadata sources.
final class LaunchedServer implements AutoCloseable {

    private final Process process;
    private final int port;
    private final double seconds;

    private LaunchedServer(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
    }

    /// Returns after the first response.
    static LaunchedServer on(Path data) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("./spoolmark", "serve", "--port", "0", "--data", data.toString());
        builder.environment().put("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off");
        builder.environment().put("SPOOLMARK_ACCESS_LOG", "off");
        long began = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        BufferedReader out = process.inputReader();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String address = listeningAddress(out);
            Thread.ofVirtual().start(() -> printErrors(out));
            HttpRequest first =
                    HttpRequest.newBuilder(URI.create(address + "/health")).build();
            client.send(first, BodyHandlers.discarding());
            double seconds = (System.nanoTime() - began) / 1e9;
            return new LaunchedServer(
                    process, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)), seconds);
        }
    }

    int port() {
        return port;
    }

    /// From the start of the launcher to the first response.
    double seconds() {
        return seconds;
    }

    /// Resident memory now.
    double mib() throws IOException {
        return status("VmRSS:");
    }

    /// The highest resident memory since the start, or since [#resetPeak].
    double peakMib() throws IOException {
        return status("VmHWM:");
    }

    void resetPeak() throws IOException {
        Files.writeString(Path.of("/proc/" + process.pid() + "/clear_refs"), "5");
    }

    private double status(String line) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String listeningAddress(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("listening on ")) {
                return line.substring(line.indexOf("listening on ") + "listening on ".length())
                        .strip();
            }
        }
        throw new IOException("the server ended before it was listening");
    }

    /// A failed measurement shows why the server failed.
    private static void printErrors(BufferedReader out) {
        out.lines().filter(line -> !line.isBlank()).forEach(System.err::println);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
