package dev.spoolmark.http.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the tree of a form into the record of a method, by the same rules as [JsonRecordBinder] does with JSON.
final class FormRecordBinder {

    private final Set<String> misshapen = new HashSet<>();
    private String top = "";

    /// @param undeclared the single values at the top that the record does not have
    <T> ParsedBody<T> bind(Map<String, Object> root, Class<T> type, Map<String, LenientValue> undeclared) {
        BodySchema.Members members = BodySchema.of(type);
        @Nullable Object[] values = new @Nullable Object[members.count()];
        root.forEach((name, node) -> {
            top = name;
            put(values, members, name, node);
        });
        return new ParsedBody<>(type.cast(members.make(values)), undeclared, misshapen);
    }

    private @Nullable Object value(BodySchema shape, Object node) {
        return switch (shape) {
            case BodySchema.Single(boolean moment) -> {
                LenientValue other = moment ? LenientValue.UNREADABLE : null;
                yield node instanceof String text ? new LenientValue(text, true) : other;
            }
            case BodySchema.Members members ->
                node instanceof Map<?, ?> inside && !FormDecoder.isList(inside) ? object(members, inside) : null;
            case BodySchema.Many(BodySchema element) -> {
                if (node instanceof Map<?, ?> inside && FormDecoder.isList(inside)) {
                    yield list(element, inside);
                }
                misshapen.add(top);
                yield null;
            }
        };
    }

    private Object object(BodySchema.Members members, Map<?, ?> node) {
        @Nullable Object[] values = new @Nullable Object[members.count()];
        node.forEach((name, inside) -> put(values, members, name.toString(), inside));
        return members.make(values);
    }

    private List<@Nullable Object> list(BodySchema element, Map<?, ?> node) {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.values().forEach(inside -> list.add(value(element, inside)));
        return list;
    }

    private void put(@Nullable Object[] values, BodySchema.Members members, String name, Object node) {
        int place = members.place(name);
        if (place >= 0) {
            values[place] = value(members.at(place), node);
        }
    }
}
