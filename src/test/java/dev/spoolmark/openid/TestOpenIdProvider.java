package dev.spoolmark.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.http.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An OpenID provider on loopback with one client. Its user signs in without a question. A test changes claims,
/// signatures and whole responses to what attackers or broken providers send.
public final class TestOpenIdProvider implements AutoCloseable {

    public static final String CLIENT_ID = "spoolmark";
    public static final String CLIENT_SECRET = "s3cret/of:the+client";

    private final InstantSource clock;
    private final HttpServer server;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Object> claims = new ConcurrentHashMap<>();
    private final Map<String, Object> metadata = new ConcurrentHashMap<>();
    private final Map<String, byte[]> replaced = new ConcurrentHashMap<>();
    private final List<String> removed = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile TokenSigner signer = TokenSigner.RS256;
    private volatile String keyId = "key-1";
    private volatile boolean down;
    private volatile boolean namesInUserinfo;

    public TestOpenIdProvider(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        signsIn("subject-1", "ann.provider", "Ann Example");
    }

    /// What a code stands for.
    private record Grant(Map<String, String> request) {}

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The settings of a server that uses this provider.
    public String[] settings(String... more) {
        List<String> own = List.of(
                "SPOOLMARK_OIDC_ISSUER=" + issuer(),
                "SPOOLMARK_OIDC_CLIENT_ID=" + CLIENT_ID,
                "SPOOLMARK_OIDC_CLIENT_SECRET=" + CLIENT_SECRET,
                "SPOOLMARK_OIDC_NAME=Home SSO");
        return java.util.stream.Stream.concat(own.stream(), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
    }

    /// The user who signs in from now on.
    public TestOpenIdProvider signsIn(String subject, String userName, String fullName) {
        claims.put("sub", subject);
        claims.put("preferred_username", userName);
        claims.put("name", fullName);
        return this;
    }

    /// Sets a claim of ID tokens, in place of the right one.
    TestOpenIdProvider claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    TestOpenIdProvider withoutClaim(String name) {
        removed.add(name);
        return this;
    }

    TestOpenIdProvider metadata(String name, Object value) {
        metadata.put(name, value);
        return this;
    }

    TestOpenIdProvider signer(TokenSigner other) {
        signer = other;
        return this;
    }

    /// Names are sent by the userinfo endpoint only.
    TestOpenIdProvider namesInUserinfo() {
        namesInUserinfo = true;
        return this;
    }

    /// The same keys under another id.
    TestOpenIdProvider renameKeys(String id) {
        keyId = id;
        return this;
    }

    /// The response to a path, whatever is sent.
    public TestOpenIdProvider replace(String path, byte[] body) {
        replaced.put(path, body);
        return this;
    }

    public TestOpenIdProvider setDown(boolean isDown) {
        down = isDown;
        return this;
    }

    /// How often a path was requested.
    long requests(String path) {
        return requests.stream().filter(path::equals).count();
    }

    /// What the browser of the user does with an authorization request.
    ///
    /// @return the address that the browser is sent back to
    public URI authorize(URI request) {
        Map<String, String> parameters = UrlDecoder.parseQuery(request.getRawQuery());
        if (!CLIENT_ID.equals(parameters.get("client_id"))
                || !"code".equals(parameters.get("response_type"))
                || !"S256".equals(parameters.get("code_challenge_method"))
                || !List.of(parameters.getOrDefault("scope", "").split(" ", -1)).contains("openid")) {
            throw new IllegalArgumentException("an invalid authorization request: " + request);
        }
        String code = "code-" + numbers.incrementAndGet();
        codes.put(code, new Grant(parameters));
        return URI.create(parameters.get("redirect_uri") + "?code=" + code + "&state=" + parameters.get("state")
                + "&iss=" + URLEncoder.encode(issuer(), StandardCharsets.UTF_8));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (down) {
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            if (path.equals("/authorize")) {
                exchange.getResponseHeaders()
                        .set("Location", authorize(exchange.getRequestURI()).toString());
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] response = replaced.containsKey(path) ? replaced.get(path) : response(exchange, path, body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(response == null ? 400 : 200, response == null ? -1 : response.length);
            if (response != null) {
                exchange.getResponseBody().write(response);
            }
        }
    }

    private byte @Nullable [] response(HttpExchange exchange, String path, String body) {
        return switch (path) {
            case "/.well-known/openid-configuration" -> Json.bytes(discovery());
            case "/keys" -> Json.bytes(TokenSigner.keySet(keyId));
            case "/token" -> token(exchange.getRequestHeaders().getFirst("Authorization"), UrlDecoder.parseQuery(body));
            case "/userinfo" -> Json.bytes(claims);
            default -> null;
        };
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new TreeMap<>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "userinfo_endpoint", issuer() + "/userinfo",
                "jwks_uri", issuer() + "/keys",
                "code_challenge_methods_supported", List.of("S256"),
                "authorization_response_iss_parameter_supported", true));
        document.putAll(metadata);
        return document;
    }

    private byte @Nullable [] token(@Nullable String authorization, Map<String, String> form) {
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        if (grant == null) {
            return null;
        }
        boolean valid = isClient(authorization, form)
                && "authorization_code".equals(form.get("grant_type"))
                && form.getOrDefault("redirect_uri", "").equals(grant.request().get("redirect_uri"))
                && challenge(form.getOrDefault("code_verifier", ""))
                        .equals(grant.request().get("code_challenge"));
        return valid
                ? Json.bytes(Map.of("access_token", "access", "token_type", "Bearer", "id_token", idToken(grant)))
                : null;
    }

    private static boolean isClient(@Nullable String authorization, Map<String, String> form) {
        if (authorization == null) {
            return CLIENT_ID.equals(form.get("client_id")) && CLIENT_SECRET.equals(form.get("client_secret"));
        }
        String expected = URLEncoder.encode(CLIENT_ID, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8);
        return authorization.equals(
                "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)));
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.newDigest().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private String idToken(Grant grant) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> all = new TreeMap<>(Map.of(
                "iss",
                issuer(),
                "aud",
                CLIENT_ID,
                "iat",
                now,
                "exp",
                now + 300,
                "nonce",
                grant.request().getOrDefault("nonce", "")));
        if (grant.request().containsKey("max_age")) {
            all.put("auth_time", now);
        }
        all.putAll(claims);
        if (namesInUserinfo) {
            all.remove("preferred_username");
            all.remove("name");
        }
        removed.forEach(all::remove);
        return signer.sign(keyId, all);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
