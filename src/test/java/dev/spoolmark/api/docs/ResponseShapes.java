package dev.spoolmark.api.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Derives schemas from responses: the types of each value and the members of each object. Objects that occur in
/// many responses are recognised by their members and become shared components.
final class ResponseShapes {

    private static final String STAND_IN = "${json-unit.";
    private static final String REFERENCE = "#/components/schemas/";

    /// Component names by their required members; the first match is used.
    private static final Map<String, Set<String>> REQUIRED_MEMBERS = requiredMembers();

    private final Map<String, Shape> shared = new TreeMap<>();

    private static Map<String, Set<String>> requiredMembers() {
        Map<String, Set<String>> components = new LinkedHashMap<>();
        components.put("Success", Set.of("status", "message"));
        components.put("Movie", Set.of("title", "tmdb_id"));
        components.put("Show", Set.of("title", "tvdb_id", "tvrage_id"));
        components.put("Episode", Set.of("title", "season", "number"));
        components.put("User", Set.of("username", "protected"));
        components.put("RatingTotals", Set.of("percentage", "votes", "loved", "hated"));
        components.put("Comment", Set.of("inserted", "text", "spoiler"));
        return components;
    }

    Shape shape() {
        return new Shape();
    }

    /// The shared components by name.
    Map<String, Object> components() {
        Map<String, Object> components = new TreeMap<>();
        shared.forEach((name, shape) -> components.put(name, shape.schema()));
        return components;
    }

    /// A success is shared only if it has no members of the method.
    private static String nameOf(JsonNode object) {
        Set<String> members = new TreeSet<>(object.propertyNames());
        return REQUIRED_MEMBERS.entrySet().stream()
                .filter(name -> members.containsAll(name.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("Success") || members.size() == 2)
                .findFirst()
                .orElse("");
    }

    /// The values that were seen at one position.
    final class Shape {

        private final Set<String> types = new TreeSet<>();
        private final Set<String> components = new TreeSet<>();
        private final Map<String, Shape> members = new TreeMap<>();
        private final List<Shape> items = new ArrayList<>();

        void add(JsonNode value) {
            switch (value.getNodeType()) {
                case OBJECT -> addObject(value);
                case ARRAY -> addArray(value);
                case NUMBER -> types.add(value.isIntegralNumber() ? "integer" : "number");
                case BOOLEAN -> types.add("boolean");
                case NULL -> types.add("null");
                default -> addText(value.asString());
            }
        }

        private void addText(String text) {
            if (text.startsWith(STAND_IN + "any-number")) {
                types.add("number");
            } else if (!text.startsWith(STAND_IN) || text.startsWith(STAND_IN + "any-string")) {
                types.add("string");
            }
        }

        private void addArray(JsonNode array) {
            types.add("array");
            if (items.isEmpty()) {
                items.add(new Shape());
            }
            array.forEach(items.getFirst()::add);
        }

        private void addObject(JsonNode object) {
            String name = nameOf(object);
            if (name.isEmpty()) {
                types.add("object");
                addMembers(object);
            } else {
                components.add(name);
                Shape component = shared.computeIfAbsent(name, any -> new Shape());
                component.types.add("object");
                component.addMembers(object);
            }
        }

        private void addMembers(JsonNode object) {
            object.forEachEntry((name, value) ->
                    members.computeIfAbsent(name, any -> new Shape()).add(value));
        }

        /// An empty schema, which permits everything, if no value was seen.
        Map<String, Object> schema() {
            List<Map<String, Object>> ways = new ArrayList<>();
            components.forEach(name -> ways.add(Map.of("$ref", REFERENCE + name)));
            if (!types.isEmpty()) {
                ways.add(own());
            }
            return switch (ways.size()) {
                case 0 -> Map.of();
                case 1 -> ways.getFirst();
                default -> Map.of("anyOf", ways);
            };
        }

        private Map<String, Object> own() {
            Map<String, Object> schema = new LinkedHashMap<>();
            List<String> seen = new ArrayList<>(types);
            if (seen.contains("number")) {
                seen.remove("integer");
            }
            schema.put("type", seen.size() == 1 ? seen.getFirst() : seen);
            if (types.contains("object")) {
                Map<String, Object> properties = new TreeMap<>();
                members.forEach((name, member) -> properties.put(name, member.schema()));
                schema.put("properties", properties);
            }
            if (types.contains("array")) {
                schema.put("items", items.getFirst().schema());
            }
            return schema;
        }
    }
}
