package dev.spoolmark.api.docs;

import dev.spoolmark.api.docs.Parameter.Location;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.body.DocumentedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The method table as an OpenAPI 3.1 document.
///
/// OpenAPI has no optional path parameters, so these are documented as query parameters, which the server
/// accepts as well.
final class OpenApi {

    private static final String DESCRIPTION = "The schemas of answers tell the types and members that the tests of this"
            + " server have seen. A member that is not always there is not marked.";

    private static final Map<String, Object> FAILURE = Map.of("$ref", "#/components/schemas/Failure");

    private final DocTexts texts;
    private final Schemas schemas = new Schemas();
    private final Example example;

    OpenApi(DocTexts texts) {
        this.texts = texts;
        this.example = new Example(texts);
    }

    Map<String, Object> document(List<MethodDoc> entries, String version) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (MethodDoc entry : entries) {
            paths.put(path(entry), Map.of(entry.method().httpMethod().toLowerCase(Locale.ROOT), operation(entry)));
        }
        return ordered(
                "openapi", "3.1.0",
                "info", ordered("title", "Spoolmark", "version", version, "description", DESCRIPTION),
                "servers", List.of(Map.of("url", "/")),
                "paths", paths,
                "components", components());
    }

    static String path(MethodDoc entry) {
        return entry.route()
                + entry.parameters().stream()
                        .filter(OpenApi::isInPath)
                        .map(parameter -> "/{" + parameter.name() + "}")
                        .collect(Collectors.joining());
    }

    private static boolean isInPath(Parameter parameter) {
        return parameter.required() && parameter.location() == Location.PATH;
    }

    private Map<String, Object> operation(MethodDoc entry) {
        Map<String, Object> operation = ordered(
                "operationId", entry.name(),
                "tags", List.of(entry.section()),
                "summary", texts.summary(entry),
                "security", security(entry.method().access()),
                "parameters", entry.parameters().stream().map(this::parameter).toList());
        if (entry.takesBody()) {
            operation.put("requestBody", requestBody(entry));
        }
        operation.put("responses", responses(entry));
        return operation;
    }

    private static List<Map<String, Object>> security(AuthenticationRequirement access) {
        Map<String, Object> person = Map.of("person", List.of());
        return switch (access) {
            case NONE -> List.of();
            case OPTIONAL_LENIENT, OPTIONAL -> List.of(Map.of(), person);
            case SIGNED_IN -> List.of(person);
        };
    }

    private Map<String, Object> parameter(Parameter parameter) {
        if (parameter.isKey()) {
            return Map.of("$ref", "#/components/parameters/apikey");
        }
        return ordered(
                "name", parameter.name(),
                "in", isInPath(parameter) ? "path" : "query",
                "required", parameter.required(),
                "description", texts.parameter(parameter.name()),
                "schema", Map.of("type", "string"));
    }

    private Map<String, Object> requestBody(MethodDoc entry) {
        Map<String, Object> json = ordered("schema", object(entry.members()));
        Map<String, Object> body = example.body(entry);
        if (!body.isEmpty()) {
            json.put("example", body);
        }
        return Map.of("content", Map.of("application/json", json));
    }

    private Map<String, Object> object(List<DocumentedField> members) {
        Map<String, Object> properties = new LinkedHashMap<>();
        members.forEach(member -> properties.put(member.name(), member(member)));
        return ordered("type", "object", "properties", properties);
    }

    private Map<String, Object> member(DocumentedField member) {
        Map<String, Object> element = member.members().isEmpty()
                ? ordered("type", List.of("string", "number", "boolean", "null"))
                : object(member.members());
        Map<String, Object> schema = member.many() ? ordered("type", "array", "items", element) : element;
        schema.put("description", texts.field(member.name()));
        return schema;
    }

    private Map<String, Object> responses(MethodDoc entry) {
        List<ErrorDoc> failures = ErrorDoc.of(entry);
        Map<String, Object> json = ordered("schema", response(entry, failures));
        texts.response(entry).ifPresent(example -> json.put("example", Example.parsed(example)));
        Map<Integer, List<String>> reasons = new LinkedHashMap<>();
        reasons.computeIfAbsent(200, first -> new ArrayList<>()).add("The answer.");
        failures.forEach(failure -> reasons.computeIfAbsent(failure.status(), first -> new ArrayList<>())
                .add(failure.condition()));
        Map<String, Object> responses = new LinkedHashMap<>();
        reasons.forEach((status, all) -> responses.put(
                Integer.toString(status),
                status == 200 ? response(all, json) : response(all, Map.of("schema", FAILURE))));
        return responses;
    }

    /// Some methods report errors with status 200.
    private Object response(MethodDoc entry, List<ErrorDoc> failures) {
        Object schema = schemas.response(entry);
        return failures.stream().anyMatch(failure -> failure.status() == 200)
                ? Map.of("anyOf", List.of(schema, FAILURE))
                : schema;
    }

    private static Map<String, Object> response(List<String> reasons, Map<String, Object> json) {
        return ordered("description", String.join(" ", reasons), "content", Map.of("application/json", json));
    }

    private Map<String, Object> components() {
        return ordered(
                "securitySchemes",
                        Map.of(
                                "person",
                                ordered(
                                        "type", "http",
                                        "scheme", "basic",
                                        "description", texts.field("password"))),
                "parameters",
                        Map.of(
                                "apikey",
                                ordered(
                                        "name",
                                        "apikey",
                                        "in",
                                        "path",
                                        "required",
                                        true,
                                        "description",
                                        texts.parameter("apikey"),
                                        "schema",
                                        Map.of("type", "string"))),
                "schemas", shared());
    }

    private Map<String, Object> shared() {
        Map<String, Object> shared = ordered(
                "Failure",
                ordered(
                        "type", "object",
                        "required", List.of("status", "error"),
                        "properties",
                                ordered(
                                        "status", Map.of("const", "failure"),
                                        "error", Map.of("type", "string"))));
        shared.putAll(schemas.shared());
        return shared;
    }

    /// A map that preserves the order of its entries.
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
