package dev.spoolmark.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the tree of a form into the record of a method, by the same rules as [Binder] does with JSON.
final class FormBinder {

    private final Set<String> misshapen = new HashSet<>();
    private String top = "";

    /// @param undeclared the single values at the top that the record does not have
    <T> Body<T> bind(Map<String, Object> root, Class<T> type, Map<String, Scalar> undeclared) {
        Shape.Members members = Shape.of(type);
        @Nullable Object[] values = new @Nullable Object[members.count()];
        root.forEach((name, node) -> {
            top = name;
            put(values, members, name, node);
        });
        return new Body<>(type.cast(members.make(values)), undeclared, misshapen);
    }

    private @Nullable Object value(Shape shape, Object node) {
        return switch (shape) {
            case Shape.Single(boolean moment) -> {
                Scalar other = moment ? Scalar.UNREADABLE : null;
                yield node instanceof String text ? new Scalar(text, true) : other;
            }
            case Shape.Members members ->
                node instanceof Map<?, ?> inside && !FormTree.isList(inside) ? object(members, inside) : null;
            case Shape.Many(Shape element) -> {
                if (node instanceof Map<?, ?> inside && FormTree.isList(inside)) {
                    yield list(element, inside);
                }
                misshapen.add(top);
                yield null;
            }
        };
    }

    private Object object(Shape.Members members, Map<?, ?> node) {
        @Nullable Object[] values = new @Nullable Object[members.count()];
        node.forEach((name, inside) -> put(values, members, name.toString(), inside));
        return members.make(values);
    }

    private List<@Nullable Object> list(Shape element, Map<?, ?> node) {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.values().forEach(inside -> list.add(value(element, inside)));
        return list;
    }

    private void put(@Nullable Object[] values, Shape.Members members, String name, Object node) {
        int place = members.place(name);
        if (place >= 0) {
            values[place] = value(members.at(place), node);
        }
    }
}
