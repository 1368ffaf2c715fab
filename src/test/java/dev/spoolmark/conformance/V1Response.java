package dev.spoolmark.conformance;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.javacrumbs.jsonunit.assertj.JsonAssert;

/// A response of v1, and assertions about it.
public final class V1Response {

    private static final Path GOLDEN = Path.of("src/main/resources/api-docs/responses");

    private final String method;
    private final HttpResponse<byte[]> response;

    V1Response(String method, HttpResponse<byte[]> response) {
        this.method = method;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    /// The body, with `http://host` in place of the address of the server.
    public String text() {
        URI requested = response.uri();
        String base = requested.getScheme() + "://" + requested.getAuthority();
        return new String(response.body(), StandardCharsets.UTF_8).replace(base, "http://host");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// Asserts the status and the body of a golden file; placeholders are used only for values that vary.
    public V1Response is(int status, String golden) {
        assertThat(response.statusCode()).as(text()).isEqualTo(status);
        Path file = GOLDEN.resolve(method).resolve(golden + ".json");
        if ("write".equals(System.getProperty("golden"))) {
            write(file);
        }
        assertThatJson(text()).isEqualTo(read(file));
        return this;
    }

    /// Asserts a failure with this status and error.
    public V1Response fails(int status, String error) {
        assertThat(response.statusCode()).as(text()).isEqualTo(status);
        assertThatJson(text()).isEqualTo("{\"status\":\"failure\",\"error\":\"" + error + "\"}");
        return this;
    }

    /// Asserts status 200 and returns assertions about the body.
    public JsonAssert.ConfigurableJsonAssert ok() {
        assertThat(response.statusCode()).as(text()).isEqualTo(200);
        return assertThatJson(text());
    }

    private void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, PrettyJson.json(text()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no golden file " + file + "; write it with -Dgolden=write", e);
        }
    }
}
