package dev.spoolmark.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From the start of the process to the first answer, and how much memory the idle server holds. Uses the launcher, as
/// a person does, on data that exists already.
final class StartBench {

    private static final double WANTED_SECONDS = 0.8;
    private static final double WANTED_MIB = 160;

    private StartBench() {}

    static void run() throws Exception {
        Path data = Files.createTempDirectory("spoolmark-bench-");
        once(data); // makes the tables, and the launcher's cache when it is not there yet
        List<Double> seconds = new ArrayList<>();
        double mib = 0;
        for (int round = 0; round < 5; round++) {
            Started started = once(data);
            seconds.add(started.seconds());
            mib = Math.max(mib, started.mib());
        }
        System.out.printf(
                "%-28s %12.2f s   wanted <= %.1f   %s%n",
                "start to first answer",
                Ratio.median(seconds),
                WANTED_SECONDS,
                Ratio.median(seconds) <= WANTED_SECONDS ? "ok" : "MISSED");
        System.out.printf(
                "%-28s %12.0f MiB wanted <= %.0f   %s%n",
                "memory when idle", mib, WANTED_MIB, mib <= WANTED_MIB ? "ok" : "MISSED");
    }

    private record Started(double seconds, double mib) {}

    private static Started once(Path data) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder("./spoolmark", "serve", "--port", "0", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String address = listeningAddress(out);
            HttpRequest first =
                    HttpRequest.newBuilder(URI.create(address + "/health")).build();
            HttpClient.newHttpClient().send(first, BodyHandlers.discarding());
            double seconds = (System.nanoTime() - began) / 1e9;
            TimeUnit.SECONDS.sleep(3);
            return new Started(seconds, residentMib(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
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

    private static double residentMib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
