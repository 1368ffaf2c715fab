package dev.spoolmark.http.json;

import dev.spoolmark.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/// JSON responses with arrays of any length: entries are rendered and written one page at a time, so that memory
/// does not grow with the length.
public final class StreamedJsonArray {

    /// Number of entries that are rendered together, with one query of each kind.
    public static final int PAGE_SIZE = 500;

    private StreamedJsonArray() {}

    /// An array as the response.
    ///
    /// @param entries the keys of the objects, in order; all are in memory
    /// @param page renders a page of entries
    public static <T> Response array(List<T> entries, Function<List<T>, List<JsonObject>> page) {
        return array(entries, PAGE_SIZE, page);
    }

    /// The same with another page size, for entries that each need much memory.
    public static <T> Response array(List<T> entries, int length, Function<List<T>, List<JsonObject>> page) {
        return pages(cut(entries, length), page);
    }

    /// The same for entries of different size, divided into pages by the caller.
    public static <T> Response pages(List<List<T>> pages, Function<List<T>, List<JsonObject>> page) {
        return switch (pages.size()) {
            case 0 -> ok(List.of());
            case 1 -> ok(page.apply(pages.getFirst()));
            default -> Response.streamed(200, Json.CONTENT_TYPE, out -> Json.array(out, objects(pages, page)));
        };
    }

    /// An object whose last member is such an array.
    public static <T> Response object(
            JsonObject head, String name, List<T> entries, Function<List<T>, List<JsonObject>> page) {
        if (entries.size() <= PAGE_SIZE) {
            return ok(head.put(name, page.apply(entries)));
        }
        byte[] prefix = Json.bytes(head);
        return Response.streamed(200, Json.CONTENT_TYPE, out -> {
            out.write(prefix, 0, prefix.length - 1); // all but the closing brace
            out.write((",\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
            Json.array(out, objects(cut(entries, PAGE_SIZE), page));
            out.write('}');
        });
    }

    private static Response ok(Object body) {
        return Response.of(200, Json.CONTENT_TYPE, Json.bytes(body));
    }

    private static <T> List<List<T>> cut(List<T> entries, int length) {
        return entries.stream().gather(Gatherers.windowFixed(length)).toList();
    }

    private static <T> Iterable<JsonObject> objects(List<List<T>> pages, Function<List<T>, List<JsonObject>> page) {
        return () -> pages.stream().flatMap(batch -> page.apply(batch).stream()).iterator();
    }
}
