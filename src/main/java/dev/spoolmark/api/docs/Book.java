package dev.spoolmark.api.docs;

import dev.spoolmark.wire.Json;
import dev.spoolmark.wire.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All documents, each written when it is first asked for. In place of the server's address they hold
/// [Example#HOST].
final class Book {

    private static final String HTML = "text/html; charset=utf-8";

    private final List<Entry> entries;
    private final Map<String, Entry> named;
    private final Wording wording = new Wording();
    private final String version;
    private final Map<String, Document> written = new ConcurrentHashMap<>();

    Book(List<Method<?>> table, String version) {
        this.entries = table.stream().map(Entry::of).toList();
        this.named = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));
        this.version = version;
    }

    /// A document by what follows `/api-docs/`.
    Optional<Document> find(String name) {
        Document known = written.get(name);
        Optional<Document> found = known == null ? write(name) : Optional.of(known);
        found.ifPresent(document -> written.put(name, document));
        return found;
    }

    private Optional<Document> write(String name) {
        return switch (name) {
            case "" -> Optional.of(new Document(HTML, IndexPage.of(entries, wording)));
            case "style.css" -> Optional.of(new Document("text/css; charset=utf-8", Wording.text("style.css")));
            case "openapi.json" -> Optional.of(new Document(Json.CONTENT_TYPE, openApi()));
            default ->
                Optional.ofNullable(named.get(name)).map(entry -> new Document(HTML, MethodPage.of(entry, wording)));
        };
    }

    private String openApi() {
        return new String(Json.bytes(new OpenApi(wording).document(entries, version)), StandardCharsets.UTF_8);
    }

    /// One of them.
    record Document(String contentType, String text) {}
}
