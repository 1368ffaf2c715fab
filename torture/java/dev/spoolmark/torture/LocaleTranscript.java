package dev.spoolmark.torture;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.cli.Script;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sends requests, runs commands, and prints all output that does not change from run to run. The output must not
/// depend on the locale of the machine.
///
/// Runs without `Main`, which sets a locale for libraries.
public final class LocaleTranscript {

    private static final String KEY = "5d41402abc4b2a76b9719d911017c592ae0f7cb1";
    private static final Secret PASSWORD = Secret.sha1Of("torture rack");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_372_132_800));
    private static final Path CATALOG_FILE = Path.of("src/test/resources/conformance/catalog.jsonl");

    private static final String SIGNED =
            "\"username\":\"ann\",\"password\":\"" + HexFormat.of().formatHex(PASSWORD.reveal()) + "\"";

    /// Digits of other scripts are not numbers, so the last ones are rejected or count as absent.
    private static final List<String> WRITES = List.of(
            "account/test|",
            "account/settings|",
            "rate/movie|\"imdb_id\":\"tt0372784\",\"title\":\"Batman Begins\",\"year\":2005,\"rating\":9",
            "rate/episode|\"tvdb_id\":213221,\"season\":1,\"episode\":1,\"rating\":10",
            "movie/scrobble|\"imdb_id\":\"tt0372784\",\"duration\":140,\"progress\":95.5",
            "movie/seen|\"movies\":[{\"imdb_id\":\"tt1285016\",\"last_played\":1372000000,\"plays\":12}]",
            "movie/seen|\"movies\":[{\"title\":\"IZMIR FILMI\",\"year\":2001},{\"title\":\"Izmir Filmi\",\"year\":2001}]",
            "movie/library|\"movies\":[{\"imdb_id\":\"tt0372784\"}]",
            "movie/checkin|\"imdb_id\":\"tt0416449\",\"duration\":117",
            "movie/checkin|\"imdb_id\":\"tt0372784\",\"duration\":140",
            "show/episode/seen|\"tvdb_id\":213221,\"episodes\":[{\"season\":1,\"episode\":1}]",
            "lists/add|\"name\":\"IIII\",\"privacy\":\"PRIVATE\"",
            "lists/items/add|\"slug\":\"iiii\",\"items\":[{\"type\":\"MOVIE\",\"imdb_id\":\"tt0372784\"}]",
            "shout/movie|\"imdb_id\":\"tt0372784\",\"shout\":\"It is 10 of 10\"",
            "rate/movie|\"imdb_id\":\"tt0372784\",\"rating\":\"\u0663\"",
            "rate/episode|\"tvdb_id\":\"\u0662\u0661\u0663\",\"season\":1,\"episode\":1,\"rating\":3",
            "movie/seen|\"movies\":[{\"title\":\"Year\",\"year\":\"\u0e52\u0e50\u0e50\u0e51\"}]");

    private static final List<String> READS = List.of(
            "server/time.json/KEY",
            "calendar/shows.json/KEY/20110128/31",
            "calendar/shows.json/KEY/20110128/%D9%A3%D9%A1",
            "calendar/premieres.json/KEY/2011-01-01/31",
            "user/calendar/shows.json/KEY/ann/20110128/31",
            "search/movies.json/KEY?query=SOLARIS%20IZMIR",
            "search/movies.json/KEY?query=solaris&limit=%D9%A1",
            "search/shows.json/KEY?query=PORTLANDIA",
            "user/lastactivity.json/KEY/ann",
            "user/profile.json/KEY/ann",
            "user/lists.json/KEY/ann",
            "user/list.json/KEY/ann/iiii",
            "user/library/movies/all.json/KEY/ann/extended",
            "user/library/shows/watched.json/KEY/ann",
            "user/ratings/movies.json/KEY/ann/all",
            "activity/user.json/KEY/ann",
            "movie/summary.json/KEY/tt0372784",
            "movie/summary.json/KEY/izmir-filmi-2001",
            "movie/shouts.json/KEY/tt0372784",
            "movies/trending.json/KEY",
            "movies/updated.json/KEY/1300000000",
            "show/summary.json/KEY/portlandia/extended",
            "show/seasons.json/KEY/213221",
            "show/season.json/KEY/213221/1",
            "show/episode/summary.json/KEY/213221/1/1",
            "show/episode/summary.json/KEY/213221/1/%D9%A1",
            "images/poster-dark.jpg",
            "api-docs",
            "no/such/method");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final HttpClient client = HttpClient.newHttpClient();
    private String base = "";

    private LocaleTranscript() {}

    public static void main(String[] none) throws Exception {
        new LocaleTranscript().run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(CLOCK, "SPOOLMARK_METRICS_LISTEN=127.0.0.1:0")) {
            base = "http://127.0.0.1:" + server.port();
            server.features().accounts().create(new NewAccount("ann", null, PASSWORD, false, CreationOrigin.DEMO));
            for (String write : WRITES) {
                int bar = write.indexOf('|');
                String members = write.substring(bar + 1);
                post(write.substring(0, bar), "{" + SIGNED + (members.isEmpty() ? "" : "," + members) + "}");
            }
            for (String read : READS) {
                get(base + "/" + read.replace("KEY", KEY));
            }
            for (int guess = 0; guess < 7; guess++) {
                post(
                        "account/test",
                        "{\"username\":\"ann\",\"password\":\""
                                + String.valueOf(guess).repeat(40) + "\"}");
            }
            metrics("http://127.0.0.1:" + server.metricsPort() + "/metrics");
        }
        commands();
    }

    private void post(String method, String body) throws IOException, InterruptedException {
        URI address = URI.create(base + "/" + method + "/" + KEY);
        print(method, send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body))));
    }

    /// Also as a conditional request.
    private void get(String address) throws IOException, InterruptedException {
        String path = address.substring(base.length());
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(address)));
        print(path, response);
        String tag = response.headers().firstValue("ETag").orElse("");
        if (!tag.isEmpty()) {
            print(
                    path + " again",
                    send(HttpRequest.newBuilder(URI.create(address)).header("If-None-Match", tag)));
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private void print(String subject, HttpResponse<byte[]> response) {
        out.println("== " + subject + " " + response.statusCode());
        new TreeMap<>(response.headers().map()).forEach((name, values) -> out.println(name + ": " + masked(values)));
        out.println(HexFormat.of().formatHex(masked(response.body())));
        out.println(escaped(new String(masked(response.body()), StandardCharsets.UTF_8)));
    }

    /// Masks values that differ each time, only where they have the expected format.
    private String masked(List<String> values) {
        return escaped(String.join(", ", values)
                .replace(base, "BASE")
                .replaceAll("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT", "DATE")
                .replaceAll("^[a-z0-9]{4}-(?=[0-9a-z]+$)", "PROCESS-"));
    }

    private byte[] masked(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1)
                .replace(base, "BASE")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Prints the names and checks that each value is a number of ASCII digits.
    private void metrics(String address) throws IOException, InterruptedException {
        Map<String, Boolean> lines = new TreeMap<>();
        new String(send(HttpRequest.newBuilder(URI.create(address))).body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("spoolmark_"))
                .forEach(line -> lines.put(
                        line.replaceAll("[{ ].*", ""),
                        line.substring(line.lastIndexOf(' ') + 1).matches("[-+0-9.E]+|NaN|[-+]Inf")));
        lines.forEach((name, isNumber) -> out.println(name + " " + isNumber));
    }

    private void commands() {
        Path data = TestDatabases.folder().resolve("data");
        Script script = new Script(data, CLOCK, Map.of("SPOOLMARK_PORT", "8099"));
        List.of(
                        List.of("config"),
                        List.of("catalog", "load", CATALOG_FILE.toString()),
                        List.of("catalog", "status"),
                        List.of("key", "add", "A player"),
                        List.of("rebuild", "plays"),
                        List.of("check"),
                        List.of("audit"),
                        List.of("serve", "--port", "\u0661\u0662"),
                        List.of("user", "set", "nobody", "--protected", "on"))
                .forEach(args -> {
                    Script.CommandResult ending = script.run(args.toArray(String[]::new));
                    out.println("== " + escaped(String.join(" ", args)) + " " + ending.code());
                    out.println(plain(ending.out(), data));
                    out.println(plain(ending.err(), data));
                });
    }

    private static String plain(String text, Path data) {
        return escaped(
                text.replace(data.toString(), "DATA").replaceAll("[0-9a-f]{32,64}|[0-9a-f]{4}(?=\\.{3})", "KEY"));
    }

    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(sign -> {
            if (sign < '~') {
                plain.append((char) sign);
            } else {
                plain.append("\\u").append(Integer.toHexString(sign));
            }
        });
        return plain.toString();
    }
}
