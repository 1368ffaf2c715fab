package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.body.DocumentedField;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API documentation matches the behaviour of the server.
class ApiDocsTest extends V1Conformance {

    private static final String ENTITY = "&(amp|lt|gt|quot|#39);";
    private static final String TAG = "<!doctype html>|<html lang=\"en\">|"
            + "</?(html|head|title|body|h1|h2|h3|p|pre|table|tr|td|code|a)>|<(meta|link|a)( [a-z]+=\"[^\"<>]*\")+>";

    /// Methods whose examples cannot succeed here: they need a permission or a pending request.
    private static final Set<String> NEED_MORE =
            Set.of("account/create", "friends/approve", "friends/deny", "network/approve", "network/deny");

    @Test
    void theIndexLinksToEveryMethod() {
        String index = page("/api-docs");
        assertThat(table())
                .hasSizeGreaterThan(140)
                .allSatisfy(method -> assertThat(index)
                        .contains("<a href=\"/api-docs/" + name(method) + "\">" + name(method) + "</a>"));
    }

    @Test
    void everyMethodHasAPageWithPathParametersAndFields() {
        for (ApiMethod<?> method : table()) {
            String page = page("/api-docs/" + name(method));
            assertThat(page)
                    .contains("<h1>" + name(method) + "</h1>")
                    .contains(method.httpMethod() + " " + escaped(method));
            for (String part : method.path().split("[{}]", -1)) {
                if (part.matches("\\w+\\??")) {
                    assertThat(page).contains("<code>" + part.replace("?", "") + "</code>");
                }
            }
            for (DocumentedField member : method.members()) {
                assertThat(page).contains("<code>" + member.name() + (member.many() ? "[]" : "") + "</code>");
            }
        }
    }

    @Test
    void nestedListsAreShownWithAllMembers() {
        assertThat(page("/api-docs/rate/episodes"))
                .contains("<code>episodes[]</code>")
                .contains("<code>episodes[].tvdb_id</code>")
                .contains("<code>episodes[].rating</code>");
    }

    @Test
    void aPageShowsAGoldenResponse() {
        assertThat(page("/api-docs/rate/episodes")).contains("rated 2 episodes");
    }

    @Test
    void pagesContainOnlyEscapedText() {
        for (ApiMethod<?> method : table()) {
            String rest = page("/api-docs/" + name(method)).replaceAll(TAG, "").replaceAll(ENTITY, "");
            assertThat(rest).as(name(method)).doesNotContain("<", ">", "&", "\"", "'");
        }
    }

    @Test
    void theCurlExampleRatesAnEpisode() {
        CurlParser line = CurlParser.on(page("/api-docs/rate/episodes"));
        run(line).ok().node("rated").isEqualTo(1);
        String ratings = v1.get("user/ratings/episodes", "/ann")
                .basic(users.ann())
                .send()
                .text();
        assertThat(ratings).contains("Portlandia").contains("\"rating_advanced\":9");
    }

    @Test
    void theCurlExamplesOfAllMethodsSucceed() {
        SoftAssertions all = new SoftAssertions();
        for (ApiMethod<?> method : table()) {
            if (!NEED_MORE.contains(name(method))) {
                V1Response response = runPrepared(method);
                all.assertThat(response.status()).as(name(method)).isEqualTo(200);
                all.assertThat(response.text()).as(name(method)).doesNotContain("\"status\":\"failure\"");
            }
        }
        all.assertAll();
    }

    /// Creates the list of the example, or ends the last check-in, before the request.
    private V1Response runPrepared(ApiMethod<?> method) {
        String name = name(method);
        if (name.startsWith("user/list") || (name.startsWith("lists/") && !name.equals("lists/add"))) {
            var _ = example("lists/add");
        } else if (name.endsWith("/checkin")) {
            var _ = example("show/cancelcheckin");
        }
        return example(name);
    }

    private V1Response example(String name) {
        return run(CurlParser.on(page("/api-docs/" + name)));
    }

    @Test
    void everyMethodIsAnOperationOfTheOpenApiDocument() {
        JsonNode paths = openApi().get("paths");
        assertThat(paths.size()).isEqualTo(table().size());
        for (ApiMethod<?> method : table()) {
            String address = openPath(method);
            JsonNode operation = paths.path(address).path(method.httpMethod().toLowerCase(Locale.ROOT));
            assertThat(operation.path("operationId").asString()).as(address).isEqualTo(name(method));
            assertThat(security(operation)).as(address).isEqualTo(security(method.access()));
            assertThat(parameters(operation)).as(address).isEqualTo(parameters(method));
            assertThat(operation.path("responses").has("200")).isTrue();
        }
    }

    @Test
    void theDocumentedErrorsIncludeThoseThatOccur() {
        JsonNode paths = openApi().get("paths");
        SoftAssertions all = new SoftAssertions();
        for (ApiMethod<?> method : table()) {
            Set<String> rendered = new TreeSet<>(paths.path(openPath(method))
                    .iterator()
                    .next()
                    .get("responses")
                    .propertyNames());
            for (V1Response response : mistakes(method)) {
                String status = Integer.toString(response.status());
                all.assertThat(rendered).as(name(method)).contains(status);
                all.assertThat(status).as(name(method)).matches("40[0-9]|413");
            }
        }
        all.assertAll();
    }

    /// Sends a malformed key, no credentials, another HTTP method, invalid JSON and a large body.
    private java.util.List<V1Response> mistakes(ApiMethod<?> method) {
        String path = filled(CurlParser.on(page("/api-docs/" + name(method))).path());
        java.util.List<V1Response> mistakes = new java.util.ArrayList<>();
        mistakes.add(
                v1.send(method.httpMethod(), path.replace(V1Client.KEY, "x")).send());
        if (method.access() == AuthenticationRequirement.SIGNED_IN) {
            mistakes.add(v1.send(method.httpMethod(), path).send());
        }
        if (!method.isGet()) {
            mistakes.add(v1.send("DELETE", path).send());
            mistakes.add(v1.send("POST", path).raw("{no JSON"));
        }
        if (!method.isGet() && !method.is(ApiMethod.MethodTrait.BULK)) {
            mistakes.add(v1.send("POST", path).raw("{\"name\": \"" + "x".repeat((int) HttpLimits.BODY_BYTES) + "\"}"));
        }
        return mistakes;
    }

    private String filled(String path) {
        return path.replace("$KEY", V1Client.KEY).replace("$NAME", users.ann().name());
    }

    @Test
    void everyPathParameterOfTheOpenApiDocumentIsDeclaredAndRequired() {
        JsonNode document = openApi();
        document.get("paths").forEachEntry((address, item) -> {
            Set<String> declared = new TreeSet<>();
            for (JsonNode parameter : item.iterator().next().get("parameters")) {
                JsonNode whole = parameter.has("$ref") ? at(document, parameter.get("$ref")) : parameter;
                if (whole.get("in").asString().equals("path")) {
                    assertThat(whole.get("required").asBoolean()).isTrue();
                    declared.add("{" + whole.get("name").asString() + "}");
                }
            }
            assertThat(declared).allSatisfy(name -> assertThat(address).contains(name));
            assertThat(declared).hasSize(address.split("\\{", -1).length - 1);
        });
    }

    @Test
    void allReferencesOfTheOpenApiDocumentResolve() {
        JsonNode document = openApi();
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(at(document, reference).isObject()).isTrue());
    }

    @Test
    void pagesForbidScriptsAndOtherOrigins() {
        V1Response response = v1.send("GET", "/api-docs/rate/episodes")
                .header("Origin", "http://elsewhere")
                .send();
        assertThat(response.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'");
        assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(v1.send("GET", "/api-docs/style.css").send().header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void otherMethodsAreRejectedAndUnknownPagesAreNotFound() {
        V1Response written = v1.send("POST", "/api-docs").send();
        assertThat(written.status()).isEqualTo(405);
        assertThat(written.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(v1.send("HEAD", "/api-docs").send().status()).isEqualTo(200);
        assertThat(v1.send("GET", "/api-docs/").send().status()).isEqualTo(200);
        V1Response unknown = v1.send("GET", "/api-docs/%3Cscript%3E").send();
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).doesNotContain("script");
    }

    private String page(String path) {
        V1Response response = v1.send("GET", path).send();
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.text();
    }

    private V1Response run(CurlParser line) {
        V1Client.RequestBuilder sending = v1.send(line.verb(), filled(line.path()));
        if (line.signsIn()) {
            sending.basic(users.ann());
        }
        return line.body().isEmpty() ? sending.send() : sending.raw(line.body());
    }

    private JsonNode openApi() {
        return new JsonMapper().readTree(page("/api-docs/openapi.json"));
    }

    private static JsonNode at(JsonNode document, JsonNode reference) {
        return document.at(reference.asString().substring(1));
    }

    private static String security(JsonNode operation) {
        return operation.path("security").toString();
    }

    private static String security(AuthenticationRequirement access) {
        return switch (access) {
            case NONE -> "[]";
            case OPTIONAL_LENIENT, OPTIONAL -> "[{},{\"person\":[]}]";
            case SIGNED_IN -> "[{\"person\":[]}]";
        };
    }

    private static Set<String> parameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.get("parameters")) {
            names.add(parameter.has("$ref") ? "apikey" : parameter.get("name").asString());
        }
        return names;
    }

    private static Set<String> parameters(ApiMethod<?> method) {
        Set<String> names = new TreeSet<>();
        java.util.regex.Pattern.compile("\\{(\\w+)\\??}")
                .matcher(method.path())
                .results()
                .forEach(result -> names.add(result.group(1)));
        return names;
    }

    private static String openPath(ApiMethod<?> method) {
        return method.path().replaceFirst("\\?\\w+=.*", "").replaceAll("/\\{\\w+\\?}", "");
    }

    private static String escaped(ApiMethod<?> method) {
        return method.path().replace("&", "&amp;");
    }

    private static String name(ApiMethod<?> method) {
        return method.path().substring(1, method.path().indexOf("/{apikey}")).replace(".json", "");
    }
}
