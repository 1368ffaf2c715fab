package dev.spoolmark.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reports values that have not the form that the source documents, one line each. [LenientJson] treats them
/// as absent.
public final class InvalidValueReport {

    private static final String EACH = "*";
    private static final int MAX_REPORTED = 100;

    private InvalidValueReport() {}

    /// The form of a member.
    public enum Form {
        TEXT("a text"),
        COUNT("a whole number from 0"),
        NUMBER("a whole number"),
        DATE("a date"),
        TIME("a time"),
        LIST("a list"),
        OBJECT("an object");

        private final String description;

        Form(String description) {
            this.description = description;
        }
    }

    /// @param forms by path: names separated by points, and `*` for each element of a list
    public static List<String> in(JsonNode object, Map<String, Form> forms) {
        Set<String> invalidPaths = new LinkedHashSet<>();
        new TreeMap<>(forms).forEach((path, format) -> {
            List<String> steps = List.of(path.split("\\."));
            inspect(object, "", steps, format, invalidPaths);
        });
        return invalidPaths.stream().limit(MAX_REPORTED).toList();
    }

    /// @param at the path of the object
    private static void inspect(JsonNode object, String at, List<String> steps, Form format, Set<String> invalidPaths) {
        String name = steps.getFirst();
        String path = at + name;
        JsonNode node = object.path(name);
        if (steps.size() == 1) {
            check(object, name, path, format, invalidPaths);
        } else if (!steps.get(1).equals(EACH)) {
            inspect(node, path + ".", steps.subList(1, steps.size()), format, invalidPaths);
        } else if (node.isArray()) {
            int number = 0;
            for (JsonNode element : node) {
                element(element, path + "[" + number++ + "]", steps.subList(2, steps.size()), format, invalidPaths);
            }
        }
    }

    private static void element(
            JsonNode element, String at, List<String> steps, Form format, Set<String> invalidPaths) {
        if (steps.isEmpty()) {
            check(JsonNodeFactory.instance.objectNode().set(EACH, element), EACH, at, format, invalidPaths);
        } else if (element.isObject()) {
            inspect(element, at + ".", steps, format, invalidPaths);
        } else if (isPresent(element)) {
            invalidPaths.add("\"" + at + "\" must be an object, not " + StrictJsonObject.shown(element));
        }
    }

    private static void check(JsonNode object, String name, String at, Form format, Set<String> invalidPaths) {
        JsonNode node = object.path(name);
        if (isPresent(node) && !isRead(object, name, format)) {
            invalidPaths.add("\"" + at + "\" must be " + format.description + ", not " + StrictJsonObject.shown(node));
        }
    }

    /// Reports on a part of a response, whose name precedes each path.
    public static List<String> in(String part, JsonNode object, Map<String, Form> forms) {
        return in(object, forms).stream().map(problem -> part + ": " + problem).toList();
    }

    private static boolean isPresent(JsonNode node) {
        return !node.isMissingNode()
                && !node.isNull()
                && !(node.isString() && node.stringValue().isBlank());
    }

    private static boolean isRead(JsonNode object, String name, Form format) {
        return switch (format) {
            case TEXT -> LenientJson.text(object, name).isPresent();
            case COUNT -> LenientJson.count(object, name) != null;
            case NUMBER -> LenientJson.number(object, name) != null;
            case DATE -> LenientJson.date(object, name) != null;
            case TIME -> LenientJson.time(object, name).isPresent();
            case LIST -> object.path(name).isArray();
            case OBJECT -> object.path(name).isObject();
        };
    }
}
