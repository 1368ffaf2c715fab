package dev.spoolmark.secondapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.api.v1.V1;
import dev.spoolmark.api.v1.V1RateLimits;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.DataVisibility;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.HttpServerConfig;
import dev.spoolmark.http.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two APIs on the same paths, distinguished by a header field.
class SecondApiTest {

    private static final String KEY = "5d41402abc4b2a76b9719d911017c592ae0f7cb1";

    @TempDir
    private Path spool;

    private final TestServer features = TestServer.start(InstantSource.system());
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() {
        ApiMethodTable methods = new ApiMethodTable();
        methods.get(
                "/shows/trending.json/{apikey}",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                call -> Response.of(200, "text/plain", "v1".getBytes(StandardCharsets.UTF_8)));
        methods.post(
                "/shows/trending.json/{apikey}/store",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                NoBody.class,
                call -> Response.of(200, "text/plain", "v1".getBytes(StandardCharsets.UTF_8)));
        V1 v1 = new V1(
                features.features().applications(),
                features.features().authenticator(),
                V1RateLimits.unlimited(),
                methods);
        server = new HttpServer(
                HttpServerConfig.DEFAULT.at("127.0.0.1", 0), List.of(new SecondApi(), v1), entry -> {}, spool);
        server.start(BackgroundTasks.plain());
    }

    @AfterEach
    void stop() {
        server.close();
        features.close();
        client.close();
    }

    @Test
    void aHeaderFieldSelectsTheApi() throws Exception {
        assertThat(send("GET", "/shows/trending").body()).isEqualTo("[{\"title\":\"a\"},{\"title\":\"b\"}]");
        assertThat(sendToV1("/shows/trending.json/" + KEY).body()).isEqualTo("v1");
        assertThat(sendToV1("/shows/trending").body())
                .isEqualTo("{\"status\":\"failure\",\"error\":\"invalid API key\"}");
    }

    @Test
    void methodsOnOnePathAreSelectedByTheHttpMethod() throws Exception {
        HttpResponse<String> stored = send("PUT", "/shows/trending", "{\"title\":\"c\"}");

        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(stored.body()).isEqualTo("{\"title\":\"c\"}");
        assertThat(send("DELETE", "/shows/trending").statusCode()).isEqualTo(401);
        assertThat(send("HEAD", "/shows/trending").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/shows/a%2Fb/trending").body()).isEqualTo("{\"id\":\"a/b\"}");
    }

    @Test
    void otherMethodsAreRejectedWithTheAllowedOnes() throws Exception {
        HttpResponse<String> rejected = send("PATCH", "/shows/trending");

        assertThat(rejected.statusCode()).isEqualTo(405);
        assertThat(rejected.headers().firstValue("Allow")).contains("DELETE, GET, HEAD, PUT");
        assertThat(rejected.body()).startsWith("{\"code\":405,");
    }

    @Test
    void errorsHaveTheBodyOfTheApi() throws Exception {
        assertThat(send("PUT", "/shows/trending", "{}").body())
                .isEqualTo("{\"code\":400,\"message\":\"title is required\"}");
        assertThat(send("GET", "/unknown").body()).isEqualTo("{\"code\":404,\"message\":\"path not found\"}");
        assertThat(send("GET", "/a".repeat(200)).body())
                .isEqualTo("{\"code\":400,\"message\":\"too many path segments\"}");
        assertThat(sendToV1("/a".repeat(200)).body())
                .isEqualTo("{\"status\":\"failure\",\"error\":\"too many path segments\"}");
    }

    @Test
    void eachApiHasItsOwnCorsPolicy() throws Exception {
        HttpResponse<String> second = preflight("Access-Control-Request-Headers", "content-type, trakt-api-version");
        HttpResponse<String> v1 = preflight("Access-Control-Request-Headers", "content-type");

        assertThat(second.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, PUT, DELETE");
        assertThat(second.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Content-Type, trakt-api-version");
        assertThat(v1.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, POST, HEAD, OPTIONS");
        assertThat(v1.headers().firstValue("Access-Control-Allow-Headers")).contains("Authorization, Content-Type");
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return send(method, path, "");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(
                request(path)
                        .header("trakt-api-version", "2")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> sendToV1(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> preflight(String name, String value) throws Exception {
        return client.send(
                request("/shows/trending")
                        .header("Origin", "https://example.org")
                        .header(name, value)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
