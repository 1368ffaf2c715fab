package dev.spoolmark.api.docs;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Validates a value against a JSON schema, limited to the keywords that the OpenAPI document uses: types,
/// members, items, references and alternatives.
final class SchemaCheck {

    private static final String STAND_IN = "${json-unit.";

    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /// The violations with their paths; empty if the value matches.
    ///
    /// @param document the document of the references
    static List<String> problems(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(document);
        check.check(schema, value, "$");
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            check(document.at(schema.get("$ref").asString().substring(1)), value, at);
        } else if (schema.has("anyOf")) {
            checkAny(schema.get("anyOf"), value, at);
        } else if (schema.has("const")) {
            if (!schema.get("const").equals(value)) {
                problems.add(at + " is not " + schema.get("const"));
            }
        } else if (schema.has("type") && !hasType(schema.get("type"), value)) {
            problems.add(at + " is no " + schema.get("type"));
        } else {
            checkInside(schema, value, at);
        }
    }

    private void checkAny(JsonNode ways, JsonNode value, String at) {
        for (JsonNode way : ways) {
            if (problems(document, way, value).isEmpty()) {
                return;
            }
        }
        problems.add(at + " fits none of " + ways.size());
    }

    /// A member that the schema does not declare is a violation, since the document declares all members.
    private void checkInside(JsonNode schema, JsonNode value, String at) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asString())) {
                problems.add(at + " lacks " + name.asString());
            }
        }
        if (value.isObject() && schema.has("properties")) {
            value.forEachEntry((name, member) -> {
                JsonNode inside = schema.get("properties").get(name);
                if (inside == null) {
                    problems.add(at + "." + name + " is not told of");
                } else {
                    check(inside, member, at + "." + name);
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(schema.get("items"), item, at + "[]"));
        }
    }

    private static boolean hasType(JsonNode types, JsonNode value) {
        if (types.isString()) {
            return isOf(types.asString(), value);
        }
        for (JsonNode type : types) {
            if (isOf(type.asString(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(String type, JsonNode value) {
        if (value.isString() && value.asString().startsWith(STAND_IN)) {
            return true;
        }
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException("no type is called " + type);
        };
    }
}
