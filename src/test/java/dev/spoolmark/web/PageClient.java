package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A browser without scripts, for tests that read pages as text. It keeps cookies, follows redirects of this
/// server and submits forms as they are on the page.
public final class PageClient implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String language = "en";
    private String proxyField = "";
    private List<String> proxyValues = List.of();
    private @Nullable HttpResponse<String> response;
    private Document page = new Document("");

    public PageClient(int port) {
        base = "http://localhost:" + port;
    }

    /// The same visitor with another language.
    public PageClient in(String tag) {
        language = tag;
        return this;
    }

    /// The same visitor behind a proxy that adds a header field, with one value or several.
    public PageClient behindProxy(String field, String... values) {
        proxyField = field;
        proxyValues = List.of(values);
        return this;
    }

    /// Opens a page and follows redirects.
    public PageClient get(String path) {
        request(HttpRequest.newBuilder(URI.create(base + path)));
        return follow();
    }

    /// Opens a page without following a redirect.
    public PageClient getOnce(String path) {
        return request(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /// The same with a header field.
    public PageClient getOnce(String path, String field, String value) {
        return request(HttpRequest.newBuilder(URI.create(base + path)).header(field, value));
    }

    /// The bytes of a page as a browser receives it: compressed.
    public int compressedBytes(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieField());
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body()
                    .length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends the form of the page that holds the button with this text, with the values on the page and these.
    public PageClient submit(String button, String... namesAndValues) {
        Element form = form(button);
        Map<String, String> values = values(form);
        Element pressed = button(button);
        if (pressed.hasAttr("name")) {
            values.put(pressed.attr("name"), pressed.attr("value"));
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String action =
                form.hasAttr("action") ? form.attr("action") : response().uri().getRawPath();
        post(action, values);
        return follow();
    }

    /// Sends a form as a page of this server would.
    public PageClient post(String path, Map<String, String> values) {
        return post(path, values, "Sec-Fetch-Site", "same-origin");
    }

    /// Sends a form with a header field.
    public PageClient post(String path, Map<String, String> values, String field, String value) {
        String body = values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return request(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(field, value)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends a body of any kind as a page of this server would.
    ///
    /// @param type the content type; empty for none
    public PageClient post(String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return request(request);
    }

    /// Follows redirects to pages of this server.
    public PageClient follow() {
        for (int hops = 0; hops < 10 && status() / 100 == 3; hops++) {
            Optional<String> location = header("Location").filter(address -> address.startsWith("/"));
            if (location.isEmpty()) {
                return this;
            }
            request(HttpRequest.newBuilder(URI.create(base + location.get())));
        }
        return this;
    }

    public int status() {
        return response().statusCode();
    }

    public Optional<String> header(String name) {
        return response().headers().firstValue(name);
    }

    /// Path and query of the page.
    public String path() {
        String query = response().uri().getRawQuery();
        return response().uri().getRawPath() + (query == null ? "" : "?" + query);
    }

    /// The text of the main part.
    public String text() {
        return page.body().text();
    }

    public Document page() {
        return page;
    }

    /// The body as it was received.
    public String body() {
        return response().body();
    }

    /// The error beside a field of the main part.
    public String errorOf(String field) {
        Element input = page.expectFirst("main [name=" + field + "]");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        return page.expectFirst("#" + field + "-error").text();
    }

    /// Asserts what every page needs: a language, one heading of the first level, labels, alternative texts.
    public PageClient isWellFormed() {
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("input:not([type=hidden]), select, textarea"))
                .allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("the label of " + field)
                        .isNotEmpty());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        return this;
    }

    private Element form(String button) {
        return button(button).parents().stream()
                .filter(element -> element.tagName().equals("form"))
                .findFirst()
                .orElseThrow();
    }

    private Element button(String text) {
        Optional<Element> found = page.select("button, input[type=submit]").stream()
                .filter(element -> element.text().equals(text))
                .findFirst();
        assertThat(found)
                .as("the button " + text + " on " + path() + ": " + text())
                .isPresent();
        return found.orElseThrow();
    }

    private static Map<String, String> values(Element form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            boolean box =
                    field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
            if (!box || field.hasAttr("checked")) {
                Element option = field.selectFirst("option[selected]");
                String value = field.tagName().equals("textarea")
                        ? field.wholeText()
                        : option != null
                                ? option.attr("value")
                                : box && field.val().isEmpty() ? "on" : field.val();
                values.put(field.attr("name"), value);
            }
        }
        return values;
    }

    /// Keeps or deletes a cookie. Its attributes are tested where they matter.
    private void keep(String field) {
        String pair = field.substring(0, field.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (field.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    private String cookieField() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> response() {
        return Objects.requireNonNull(response, "nothing was opened yet");
    }

    private PageClient request(HttpRequest.Builder request) {
        try {
            request.header("Accept-Language", language);
            proxyValues.forEach(value -> request.header(proxyField, value));
            if (!cookies.isEmpty()) {
                request.header("Cookie", cookieField());
            }
            HttpResponse<String> received = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response = received;
            received.headers().allValues("Set-Cookie").forEach(this::keep);
            page = Jsoup.parse(received.body(), base);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
