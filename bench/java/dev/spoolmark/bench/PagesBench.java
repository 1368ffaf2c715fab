package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A settings page for 64 concurrent users, and the bytes that a browser downloads to sign in.
final class PagesBench {

    private static final int CONNECTIONS = 64;
    private static final Duration ROUND = Duration.ofSeconds(5);

    /// Each of the users opens 16 pages in a second.
    private static final int PER_SECOND = 1_024;

    private static final double TARGET_MILLIS = 15;
    private static final double TARGET_PAGE_KB = 30;
    private static final double TARGET_SCRIPT_KB = 35;
    private static final String PAGE = "/settings/account";
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");

    private PagesBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start();
                HttpClient client = HttpClient.newHttpClient()) {
            time(server);
            size(client, "http://localhost:" + server.port());
        }
    }

    private static void time(BenchServer server) throws InterruptedException {
        Load load = new Load(
                server.port(), CONNECTIONS, n -> Load.get(PAGE, "Cookie: s=" + session(server, "user" + n) + "\r\n"));
        load.run(ROUND);
        double most = load.run(ROUND);
        double[] millis = load.millisAt(PER_SECOND, ROUND);
        double slow = millis[(int) (millis.length * 0.99)];
        System.out.printf(
                "%-28s at most %,.0f/s   at %,d/s: p50 %.1f ms   p99 %.1f ms   expected <= %.0f ms   %s%n",
                PAGE,
                most,
                PER_SECOND,
                millis[millis.length / 2],
                slow,
                TARGET_MILLIS,
                slow <= TARGET_MILLIS ? "ok" : "MISSED");
    }

    private static String session(BenchServer server, String name) {
        Account account = server.features().accounts().find(name).orElseGet(() -> server.account(name));
        return server.features()
                .sessions()
                .start(account, InetAddress.getLoopbackAddress(), "")
                .token()
                .text();
    }

    private static void size(HttpClient client, String base) throws IOException, InterruptedException {
        String html = client.send(
                        HttpRequest.newBuilder(URI.create(base + "/signin")).build(), BodyHandlers.ofString())
                .body();
        Set<String> assets = new TreeSet<>();
        Matcher matcher = ASSET.matcher(html);
        while (matcher.find()) {
            assets.add(matcher.group(1));
        }
        long all = compressed(client, base + "/signin");
        long script = 0;
        for (String asset : assets) {
            long bytes = compressed(client, base + asset);
            all += bytes;
            script += asset.endsWith(".mjs") || asset.endsWith(".js") ? bytes : 0;
        }
        print("sign-in page, all of it", all, TARGET_PAGE_KB);
        print("sign-in page, script", script, TARGET_SCRIPT_KB);
    }

    private static long compressed(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + " has status " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body().length;
    }

    private static void print(String name, long bytes, double expected) {
        double kb = bytes / 1_000.0;
        System.out.printf(
                "%-28s %12.1f KB expected <= %.0f   %s%n", name, kb, expected, kb <= expected ? "ok" : "MISSED");
    }
}
