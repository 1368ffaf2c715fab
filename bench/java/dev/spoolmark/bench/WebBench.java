package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Every page of the tracker for a user with 100,000 plays: time at a server that the launcher has started, statements,
/// bytes. A browser asks for compressed pages, so these connections do, too.
final class WebBench {

    private static final int CONNECTIONS = 64;

    /// Each of the 64 users opens a page in a second.
    private static final int PER_SECOND = Integer.getInteger("bench.perSecond", 64);

    private static final Duration WARM_UP = Duration.ofMillis(1_200);
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("bench.webMillis", 3_500));
    private static final int FIRST_ROUNDS = 6;

    /// Connections of the first rounds: a server that has just started is too slow for more.
    private static final int FIRST_CONNECTIONS = 4;

    private static final int MAX_STATEMENTS = 12;
    private static final double MAX_KB = 30;

    private final Map<WebPageLoad, Size> sizes = new LinkedHashMap<>();
    private String session = "";

    /// @param statements of one request
    /// @param kb of the compressed page, in units of 1,024 bytes
    private record Size(int statements, double kb) {}

    static void run() throws Exception {
        Path folder = WebDatabase.folder();
        WebBench bench = new WebBench();
        bench.count(folder);
        bench.measure(folder);
    }

    private void count(Path folder) {
        try (BenchServer server = BenchServer.counting(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            Account user = server.features().accounts().get(WebDatabase.USER);
            session = server.features()
                    .sessions()
                    .start(user, InetAddress.getLoopbackAddress(), "")
                    .token()
                    .text();
            for (WebPageLoad load : WebPageLoads.of(server.database(), user)) {
                sizes.put(load, size(client, server, load));
            }
        }
    }

    private Size size(HttpClient client, BenchServer server, WebPageLoad load) {
        String address = "http://localhost:" + server.port() + load.addresses().getFirst();
        bytes(client, address);
        double kb = bytes(client, address) / 1_024.0;
        return new Size(server.statements(() -> bytes(client, address)), kb);
    }

    private int bytes(HttpClient client, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "s=" + session)
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(address + " has status " + response.statusCode());
            }
            return response.body().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure(Path folder) throws Exception {
        try (LaunchedServer server = LaunchedServer.on(folder)) {
            for (int round = 0; round < FIRST_ROUNDS; round++) {
                for (WebPageLoad load : sizes.keySet()) {
                    load(server, load, FIRST_CONNECTIONS).millis(Duration.ofMillis(300));
                }
            }
            List<String> rows = new ArrayList<>();
            for (Map.Entry<WebPageLoad, Size> page : sizes.entrySet()) {
                Load load = load(server, page.getKey(), CONNECTIONS);
                load.millisAt(PER_SECOND, WARM_UP);
                String row = row(page.getKey(), page.getValue(), load.millisAt(PER_SECOND, ROUND));
                System.out.println(row);
                rows.add(row);
            }
            System.out.printf(
                    "%-28s %.0f MiB at the peak, %,d requests a second%n", "web", server.peakMib(), PER_SECOND);
            Files.write(Path.of("target/bench").resolve("web.txt"), rows);
        }
    }

    private Load load(LaunchedServer server, WebPageLoad page, int connections) {
        AtomicInteger next = new AtomicInteger();
        List<byte[]> requests = page.addresses().stream()
                .map(address -> Load.get(address, "Cookie: s=" + session + "\r\nAccept-Encoding: gzip\r\n"))
                .toList();
        IntFunction<Supplier<byte[]>> inTurn =
                connection -> () -> requests.get(next.getAndIncrement() % requests.size());
        return Load.changing(server.port(), connections, inTurn);
    }

    private static String row(WebPageLoad page, Size size, double[] millis) {
        double slow = millis[(int) (millis.length * 0.99)];
        boolean isMet = slow <= page.maxMillis() && size.statements() <= MAX_STATEMENTS && size.kb() <= MAX_KB;
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f | %s | %d | %.1f |%s",
                page.name(),
                millis[millis.length / 2],
                slow <= page.maxMillis()
                        ? String.format(Locale.ROOT, "%.1f", slow)
                        : String.format(Locale.ROOT, "**%.1f**", slow),
                size.statements(),
                size.kb(),
                isMet ? "" : " MISSED");
    }
}
