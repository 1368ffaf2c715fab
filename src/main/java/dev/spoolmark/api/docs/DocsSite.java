package dev.spoolmark.api.docs;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All documents, each written when it is first asked for. In place of the server's address they hold
/// [Example#HOST].
final class DocsSite {

    private static final String HTML = "text/html; charset=utf-8";

    private final List<MethodDoc> entries;
    private final Map<String, MethodDoc> named;
    private final DocTexts wording = new DocTexts();
    private final String version;
    private final Map<String, DocsPage> written = new ConcurrentHashMap<>();

    DocsSite(List<ApiMethod<?>> table, String version) {
        this.entries = table.stream().map(MethodDoc::of).toList();
        this.named = entries.stream().collect(Collectors.toUnmodifiableMap(MethodDoc::name, Function.identity()));
        this.version = version;
    }

    /// A document by what follows `/api-docs/`.
    Optional<DocsPage> find(String name) {
        DocsPage known = written.get(name);
        Optional<DocsPage> found = known == null ? write(name) : Optional.of(known);
        found.ifPresent(document -> written.put(name, document));
        return found;
    }

    private Optional<DocsPage> write(String name) {
        return switch (name) {
            case "" -> Optional.of(new DocsPage(HTML, IndexPage.of(entries, wording)));
            case "style.css" -> Optional.of(new DocsPage("text/css; charset=utf-8", DocTexts.text("style.css")));
            case "openapi.json" -> Optional.of(new DocsPage(Json.CONTENT_TYPE, openApi()));
            default ->
                Optional.ofNullable(named.get(name)).map(entry -> new DocsPage(HTML, MethodPage.of(entry, wording)));
        };
    }

    private String openApi() {
        return new String(Json.bytes(new OpenApi(wording).document(entries, version)), StandardCharsets.UTF_8);
    }

    /// One of them.
    record DocsPage(String contentType, String text) {}
}
