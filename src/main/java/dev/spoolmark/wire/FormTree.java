package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form whose names say where in a tree their values belong: `a[b]=c`, `a[0][b]=c`, `a[]=c`.
///
/// It becomes the same tree that a client sends as JSON. Of two values for one place the last counts.
final class FormTree {

    private final Map<String, Object> root = new LinkedHashMap<>();
    private int values;

    /// @param form pairs as they came, still encoded
    static Map<String, Object> of(String form) {
        FormTree tree = new FormTree();
        int from = 0;
        while (from < form.length()) {
            int end = form.indexOf('&', from);
            end = end < 0 ? form.length() : end;
            if (end > from) {
                tree.add(form.substring(from, end));
            }
            from = end + 1;
        }
        return tree.root();
    }

    private void add(String pair) {
        if (++values > Limits.JSON_TOKENS) {
            throw new Refusal(new Problem.TooBig(Limits.JSON_TOKENS, "values"));
        }
        int equals = pair.indexOf('=');
        String name = PercentDecoding.form(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : PercentDecoding.form(pair.substring(equals + 1));
        place(steps(name), value);
    }

    private void place(List<String> steps, String value) {
        Map<String, Object> node = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            node = inner(node, step);
        }
        node.put(key(node, steps.getLast()), value);
    }

    @SuppressWarnings("unchecked") // a node holds texts and nodes, and only this class puts them there
    private static Map<String, Object> inner(Map<String, Object> node, String step) {
        Object there = node.compute(
                key(node, step), (key, before) -> before instanceof Map<?, ?> ? before : new LinkedHashMap<>());
        return (Map<String, Object>) there;
    }

    /// `[]` means the next place in the list.
    private static String key(Map<String, Object> node, String step) {
        return step.isEmpty() ? Integer.toString(node.size()) : step;
    }

    /// `a[b][]` as `a`, `b` and an empty step. A name that is not formed like that is one step.
    private static List<String> steps(String name) {
        int open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) {
            return List.of(name.isEmpty() ? "_" : name);
        }
        List<String> steps = new ArrayList<>();
        steps.add(name.substring(0, open));
        steps.addAll(List.of(name.substring(open + 1, name.length() - 1).split("]\\[", -1)));
        if (steps.size() > Limits.JSON_DEPTH) {
            throw new Refusal(new Problem.Unreadable("the form is nested too deeply"));
        }
        return steps;
    }

    private Map<String, Object> root() {
        root.replaceAll((name, node) -> listed(node));
        return root;
    }

    /// A node whose keys count from nought is a list.
    private static Object listed(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        List<Object> values = new ArrayList<>();
        Map<String, Object> members = new LinkedHashMap<>();
        boolean counted = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            counted &= entry.getKey().equals(Integer.toString(values.size()));
            Object value = listed(entry.getValue());
            values.add(value);
            members.put(entry.getKey().toString(), value);
        }
        return counted ? values : members;
    }
}
