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

/// All pages, each rendered at its first request. They contain [Example#HOST] in place of the address of the
/// server.
final class DocsSite {

    private static final String HTML = "text/html; charset=utf-8";

    private final List<MethodDoc> entries;
    private final Map<String, MethodDoc> byName;
    private final DocTexts texts = new DocTexts();
    private final String version;
    private final Map<String, DocsPage> rendered = new ConcurrentHashMap<>();

    DocsSite(List<ApiMethod<?>> table, String version) {
        this.entries = table.stream().map(MethodDoc::of).toList();
        this.byName = entries.stream().collect(Collectors.toUnmodifiableMap(MethodDoc::name, Function.identity()));
        this.version = version;
    }

    /// The page for the rest of the path after `/api-docs/`.
    Optional<DocsPage> find(String name) {
        DocsPage known = rendered.get(name);
        Optional<DocsPage> found = known == null ? write(name) : Optional.of(known);
        found.ifPresent(document -> rendered.put(name, document));
        return found;
    }

    private Optional<DocsPage> write(String name) {
        return switch (name) {
            case "" -> Optional.of(new DocsPage(HTML, IndexPage.of(entries, texts)));
            case "style.css" -> Optional.of(new DocsPage("text/css; charset=utf-8", DocTexts.text("style.css")));
            case "openapi.json" -> Optional.of(new DocsPage(Json.CONTENT_TYPE, openApi()));
            default ->
                Optional.ofNullable(byName.get(name)).map(entry -> new DocsPage(HTML, MethodPage.of(entry, texts)));
        };
    }

    private String openApi() {
        return new String(Json.bytes(new OpenApi(texts).document(entries, version)), StandardCharsets.UTF_8);
    }

    /// A rendered page.
    record DocsPage(String contentType, String text) {}
}
