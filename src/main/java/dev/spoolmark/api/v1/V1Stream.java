package dev.spoolmark.api.v1;

import dev.spoolmark.wire.Json;
import dev.spoolmark.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/// An array of any length, made and written a page at a time, so that a library of thousands costs no more memory than
/// one of a few hundred.
final class V1Stream {

    /// How many entries are looked up together: one query of each kind a page.
    static final int PAGE = 500;

    private V1Stream() {}

    /// @param entries what there is to tell, in its order; small, since all of it is held
    /// @param page turns some entries into objects
    static <T> Reply array(List<T> entries, Function<List<T>, List<V1Object>> page) {
        return array(entries, PAGE, page);
    }

    /// With a length of pages of its own, for entries that each hold much.
    static <T> Reply array(List<T> entries, int length, Function<List<T>, List<V1Object>> page) {
        return pages(cut(entries, length), page);
    }

    /// The same for entries of unlike size, which somebody cut into pages already.
    static <T> Reply pages(List<List<T>> pages, Function<List<T>, List<V1Object>> page) {
        return switch (pages.size()) {
            case 0 -> V1Words.ok(List.of());
            case 1 -> V1Words.ok(page.apply(pages.getFirst()));
            default -> Reply.streamed(200, Json.CONTENT_TYPE, out -> Json.array(out, objects(pages, page)));
        };
    }

    /// An object whose last member is an array of any length.
    static <T> Reply object(V1Object head, String name, List<T> entries, Function<List<T>, List<V1Object>> page) {
        if (entries.size() <= PAGE) {
            return V1Words.ok(head.put(name, page.apply(entries)));
        }
        byte[] begun = Json.bytes(head);
        return Reply.streamed(200, Json.CONTENT_TYPE, out -> {
            out.write(begun, 0, begun.length - 1); // all but the closing brace
            out.write((",\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
            Json.array(out, objects(cut(entries, PAGE), page));
            out.write('}');
        });
    }

    private static <T> List<List<T>> cut(List<T> entries, int length) {
        return entries.stream().gather(Gatherers.windowFixed(length)).toList();
    }

    private static <T> Iterable<V1Object> objects(List<List<T>> pages, Function<List<T>, List<V1Object>> page) {
        return () -> pages.stream().flatMap(some -> page.apply(some).stream()).iterator();
    }
}
