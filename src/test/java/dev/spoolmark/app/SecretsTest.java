package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.cli.CommandEnvironment;
import dev.spoolmark.app.cli.Commands;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.HttpLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sends secrets to every method, in valid and invalid requests, and then searches logs, responses and stored
/// files for them, with all loggers at their finest level (`docs/security.md#logging`, `docs/security.md#tests`).
class SecretsTest {

    private static final String PLAIN = "canary of the password";
    private static final byte[] SHA1 = Secret.sha1Of(PLAIN).reveal();
    private static final String HEX = HexFormat.of().formatHex(SHA1);
    private static final String WRONG = "c0ffee00c0ffee11c0ffee22c0ffee33c0ffee44";
    private static final String KEY = "ca0a9e0ca0a9e1ca0a9e2ca0a9e3ca0a9e4ca0a9";
    private static final String EMAIL = "canary.address@example.org";
    private static final String BASIC = base64("canarian:" + HEX);
    private static final String TOKEN = "canary-token-of-a-source";
    private static final String TVDB_KEY = "canary-key-of-tvdb";
    private static final String DATABASE = "canary-password-of-the-store";
    private static final String PRESENTED = base64("nobody:canary-in-a-header");

    /// Secrets that are never stored, logged or returned.
    private static final List<String> NOWHERE = List.of(
            PLAIN,
            HEX,
            HEX.toUpperCase(java.util.Locale.ROOT),
            Base64.getEncoder().encodeToString(SHA1),
            new String(SHA1, StandardCharsets.ISO_8859_1),
            BASIC,
            PRESENTED,
            WRONG,
            TOKEN,
            TVDB_KEY,
            DATABASE);

    /// Values that are stored but never logged or returned.
    private static final List<String> STORED = List.of(KEY, EMAIL);

    private static final String METRICS = "127.0.0.1:" + freePort();

    private static final Map<String, String> SETTINGS = Map.of(
            "SPOOLMARK_PORT", "0",
            "SPOOLMARK_METRICS_LISTEN", METRICS,
            "SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off",
            "SPOOLMARK_SOURCES_ALLOW_PRIVATE", "tmdb:127.0.0.1/32,tvdb:127.0.0.1/32",
            "SPOOLMARK_SOURCES_TMDB_URL", "http://127.0.0.1:9",
            "SPOOLMARK_SOURCES_TMDB_TOKEN", TOKEN,
            "SPOOLMARK_SOURCES_TVDB_URL", "http://127.0.0.1:9",
            "SPOOLMARK_SOURCES_TVDB_KEY", TVDB_KEY,
            "SPOOLMARK_DATABASE_PASSWORD", DATABASE);

    private final Path folder = TestDatabases.folder().resolve("data");
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    private final Handler log = new StreamHandler(output, new Logging.LineFormatter());
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<Logger> library =
            List.of(Logger.getLogger("io.helidon"), Logger.getLogger("dev.spoolmark"), Logger.getLogger("org.sqlite"));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StringBuilder responses = new StringBuilder();
    private final List<Handler> handlers = List.of(root.getHandlers());

    @BeforeEach
    void listen() {
        handlers.forEach(root::removeHandler);
        log.setLevel(Level.ALL);
        root.addHandler(log);
        root.setLevel(Level.INFO); // below that, the JDK client of this test logs its own headers
        library.forEach(logger -> logger.setLevel(Level.ALL));
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(log);
        handlers.forEach(root::addHandler);
        root.setLevel(before);
        library.forEach(logger -> logger.setLevel(null));
        client.close();
    }

    @Test
    void noSecretIsLoggedReturnedOrStored() throws Exception {
        try (ServerContext context = ServerContext.open(folder, SETTINGS, RawSettings.empty(), out::println)) {
            Features features = context.features(InstantSource.system());
            features.accounts()
                    .create(new NewAccount("canarian", EMAIL, Secret.sha1Of(PLAIN), false, CreationOrigin.OPERATOR));
            try (RunningServer server = RunningServer.start(context, features, out)) {
                List<ApiMethod<?>> table =
                        Server.v1(features, context.configuration()).methods();
                assertThat(table).hasSizeGreaterThan(100);
                for (ApiMethod<?> method : table) {
                    sendAll(server.address(), method);
                }
                readMetrics();
                runCommands();
            }
        }
        log.flush();

        // Requests were answered and logged.
        assertThat(found(List.of("200 ", "401 ", "413 ", "failed authentication"), responses.toString()))
                .hasSize(4);
        assertThat(found(List.of("status=200", "status=401", "status=413", " FINE"), logged()))
                .hasSize(4);
        assertThat(found(NOWHERE, logged() + responses)).isEmpty();
        assertThat(found(STORED, logged() + responses)).isEmpty();
        assertThat(found(NOWHERE, storedBytes())).isEmpty();
        assertThat(found(List.of(EMAIL), storedBytes()))
                .as("the store was looked into")
                .isNotEmpty();
    }

    /// Sends each method with valid credentials, and then with every kind of error that contains a secret.
    private void sendAll(String address, ApiMethod<?> method) throws Exception {
        String path = address
                + method.path()
                        .replace("{apikey}", KEY)
                        .replace("{username}", "canarian")
                        .replaceAll("[?].*=.*", "")
                        .replaceAll("/\\{\\w+\\?}", "")
                        .replaceAll("\\{\\w+}", "1");
        String pair = "\"username\": \"canarian\", \"password\": \"";
        send(path, "{" + pair + HEX + "\"}", null);
        send(path, "", BASIC);
        send(path, "username=canarian&password=" + HEX, null);
        send(path, "{" + pair + WRONG + "\"}", null);
        send(path, "{" + pair + PLAIN + "\"}", null);
        send(path, "{" + pair + HEX + "\", \"movies\": [{\"title\": \"" + HEX.repeat(2), null);
        send(path, "{" + pair + HEX + "\", \"" + HEX + "\": " + HEX + "}", PRESENTED);
        send(path + "/" + HEX + "?password=" + HEX, "[\"" + HEX + "\"]", BASIC);
        if (!method.is(ApiMethod.MethodTrait.BULK)) {
            send(path, "{" + pair + HEX + "\", \"a\": \"" + "a".repeat((int) HttpLimits.BODY_BYTES) + "\"}", null);
        }
    }

    private void send(String path, String body, @org.jspecify.annotations.Nullable String basic) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path)).POST(BodyPublishers.ofString(body));
        if (basic != null) {
            request.header("Authorization", "Basic " + basic);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        responses
                .append(response.statusCode())
                .append(' ')
                .append(response.headers().map());
        // Only signed-in users can read their own e-mail address.
        boolean own = path.contains("/account/settings");
        responses
                .append(own ? response.body().replace(EMAIL, "") : response.body())
                .append('\n');
    }

    private void readMetrics() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + METRICS + "/metrics"))
                .build();
        String page = client.send(request, BodyHandlers.ofString()).body();
        assertThat(page).contains("spoolmark_request_seconds_count{route=\"/account/test/{apikey}\"");
        responses.append(page);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runCommands() {
        Path backup = folder.resolveSibling("backup");
        command("config");
        command("catalog", "status");
        command("check");
        command("backup", backup.toString());
    }

    private void command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter output = new StringWriter();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = new Commands(new CommandEnvironment(
                        SETTINGS, new ByteArrayInputStream(new byte[0]), nowhere, false, InstantSource.system()))
                .commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(all.toArray(String[]::new));
        assertThat(code).as(output.toString()).isZero();
        out.println(output);
    }

    private String logged() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /// All bytes of the data directory and of the backup, as ISO 8859-1.
    private String storedBytes() throws IOException {
        StringBuilder stored = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                stored.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return stored.toString();
    }

    private static List<String> found(List<String> secrets, String text) {
        return secrets.stream().filter(text::contains).toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
