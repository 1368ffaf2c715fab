package dev.spoolmark.http.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Binds the tree of a form to the record of a method, by the same rules as [JsonRecordBinder].
final class FormRecordBinder {

    private final Set<String> malformed = new HashSet<>();
    private String top = "";

    /// @param undeclared single values at the top level that the record does not declare
    <T> ParsedBody<T> bind(Map<String, Object> root, Class<T> type, Map<String, LenientValue> undeclared) {
        BodySchema.RecordSchema members = BodySchema.of(type);
        @Nullable Object[] values = new @Nullable Object[members.count()];
        root.forEach((name, node) -> {
            top = name;
            put(values, members, name, node);
        });
        return new ParsedBody<>(type.cast(members.make(values)), undeclared, malformed);
    }

    private @Nullable Object value(BodySchema shape, Object node) {
        return switch (shape) {
            case BodySchema.ValueSchema(boolean moment) -> {
                LenientValue other = moment ? LenientValue.UNREADABLE : null;
                yield node instanceof String text ? new LenientValue(text, true) : other;
            }
            case BodySchema.RecordSchema members ->
                node instanceof Map<?, ?> inside && !FormTreeBuilder.isList(inside) ? object(members, inside) : null;
            case BodySchema.ListSchema(BodySchema element) -> {
                if (node instanceof Map<?, ?> inside && FormTreeBuilder.isList(inside)) {
                    yield list(element, inside);
                }
                malformed.add(top);
                yield null;
            }
        };
    }

    private Object object(BodySchema.RecordSchema members, Map<?, ?> node) {
        @Nullable Object[] values = new @Nullable Object[members.count()];
        node.forEach((name, inside) -> put(values, members, name.toString(), inside));
        return members.make(values);
    }

    private List<@Nullable Object> list(BodySchema element, Map<?, ?> node) {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.values().forEach(inside -> list.add(value(element, inside)));
        return list;
    }

    private void put(@Nullable Object[] values, BodySchema.RecordSchema members, String name, Object node) {
        int index = members.indexOf(name);
        if (index >= 0) {
            values[index] = value(members.at(index), node);
        }
    }
}
