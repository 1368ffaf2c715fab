package dev.spoolmark.api.v1;

import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/// An array of any length, made and written a page at a time, so that a library of thousands costs no more memory
/// than one of a few hundred.
public final class V1PagedJson {

    /// How many entries are looked up together: one query of each kind a page.
    static final int PAGE = 500;

    private V1PagedJson() {}

    /// @param entries what there is to tell, in its order; small, since all of it is held
    /// @param page turns some entries into objects
    public static <T> Response array(List<T> entries, Function<List<T>, List<JsonObject>> page) {
        return array(entries, PAGE, page);
    }

    /// With a length of pages of its own, for entries that each hold much.
    public static <T> Response array(List<T> entries, int length, Function<List<T>, List<JsonObject>> page) {
        return pages(cut(entries, length), page);
    }

    /// The same for entries of unlike size, which somebody cut into pages already.
    static <T> Response pages(List<List<T>> pages, Function<List<T>, List<JsonObject>> page) {
        return switch (pages.size()) {
            case 0 -> V1Errors.ok(List.of());
            case 1 -> V1Errors.ok(page.apply(pages.getFirst()));
            default -> Response.streamed(200, Json.CONTENT_TYPE, out -> Json.array(out, objects(pages, page)));
        };
    }

    /// An object whose last member is an array of any length.
    public static <T> Response object(
            JsonObject head, String name, List<T> entries, Function<List<T>, List<JsonObject>> page) {
        if (entries.size() <= PAGE) {
            return V1Errors.ok(head.put(name, page.apply(entries)));
        }
        byte[] begun = Json.bytes(head);
        return Response.streamed(200, Json.CONTENT_TYPE, out -> {
            out.write(begun, 0, begun.length - 1); // all but the closing brace
            out.write((",\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
            Json.array(out, objects(cut(entries, PAGE), page));
            out.write('}');
        });
    }

    private static <T> List<List<T>> cut(List<T> entries, int length) {
        return entries.stream().gather(Gatherers.windowFixed(length)).toList();
    }

    private static <T> Iterable<JsonObject> objects(List<List<T>> pages, Function<List<T>, List<JsonObject>> page) {
        return () -> pages.stream().flatMap(batch -> page.apply(batch).stream()).iterator();
    }
}
