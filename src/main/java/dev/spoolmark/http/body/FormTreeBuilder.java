package dev.spoolmark.http.body;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decodes a form whose names denote positions in a tree: `a[b]=c`, `a[0][b]=c`, `a[]=c`.
///
/// The result is the same tree as in JSON. Of two values with the same position the last counts.
final class FormTreeBuilder {

    private FormTreeBuilder() {}

    /// The pairs of a form in order.
    @FunctionalInterface
    interface Pairs {

        /// The next pair, or null at the end.
        FormPairReader.@Nullable Pair next() throws IOException;
    }

    /// @return nodes by name: texts, and maps of nodes
    static Map<String, Object> of(Pairs form) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        for (FormPairReader.Pair pair = form.next(); pair != null; pair = form.next()) {
            put(root, pair.path(), pair.value());
        }
        return root;
    }

    /// Whether a node is a list: its keys count from 0.
    static boolean isList(Map<?, ?> node) {
        int count = 0;
        for (Object key : node.keySet()) {
            if (!isNumber(key.toString(), count++)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String key, int number) {
        return key.length() <= 6 && key.equals(Integer.toString(number));
    }

    private static void put(Map<String, Object> root, List<String> path, String value) {
        Map<String, Object> node = root;
        for (String step : path.subList(0, path.size() - 1)) {
            node = inner(node, step);
        }
        node.put(key(node, path.getLast()), value);
    }

    @SuppressWarnings("unchecked") // a node holds texts and nodes, and only this class puts them there
    private static Map<String, Object> inner(Map<String, Object> node, String step) {
        Object existing = node.compute(
                key(node, step), (key, before) -> before instanceof Map<?, ?> ? before : new LinkedHashMap<>(4));
        return (Map<String, Object>) existing;
    }

    /// An empty step means the next index of the list.
    private static String key(Map<String, Object> node, String step) {
        return step.isEmpty() ? Integer.toString(node.size()) : step;
    }
}
