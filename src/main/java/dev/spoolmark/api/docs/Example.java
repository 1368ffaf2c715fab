package dev.spoolmark.api.docs;

import dev.spoolmark.api.docs.Parameter.Location;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.http.body.DocumentedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// An example request, as a curl command.
final class Example {

    /// Placeholder for the address of the server, as in the recorded responses of the tests.
    static final String HOST = "http://host";

    private static final ObjectMapper MAPPER = new JsonMapper();

    private final DocTexts texts;

    Example(DocTexts texts) {
        this.texts = texts;
    }

    /// The body; empty if it would contain nothing except credentials.
    Map<String, Object> body(MethodDoc entry) {
        return texts.request(entry).map(Example::object).orElseGet(() -> object(entry.members(), entry.name()));
    }

    /// A command for a shell in which `KEY`, `NAME` and `SHA1` are set.
    String curl(MethodDoc entry) {
        Map<String, Object> body = body(entry);
        String person = entry.dependsOnUser() ? "-u \"$NAME:$SHA1\" " : "";
        String httpMethod = entry.takesBody() && body.isEmpty() ? "-X POST " : "";
        String sent = body.isEmpty() ? "" : " -d '" + pretty(body).replace("'", "'\\''") + "'";
        return "curl " + httpMethod + person + '"' + HOST + address(entry) + '"' + sent;
    }

    /// The URL with a value for each mandatory parameter.
    private String address(MethodDoc entry) {
        List<Parameter> needed =
                entry.parameters().stream().filter(Parameter::required).toList();
        String path = needed.stream()
                .filter(parameter -> parameter.location() == Location.PATH)
                .map(parameter -> "/" + value(entry, parameter))
                .collect(Collectors.joining());
        String query = needed.stream()
                .filter(parameter -> parameter.location() == Location.QUERY)
                .map(parameter -> parameter.name() + "=" + value(entry, parameter))
                .collect(Collectors.joining("&"));
        return entry.route() + path + (query.isEmpty() ? "" : "?" + query);
    }

    private String value(MethodDoc entry, Parameter parameter) {
        return switch (parameter.name()) {
            case "apikey" -> "$KEY";
            case "username" -> "$NAME";
            default -> texts.ofParameter(parameter.name(), entry.name()).orElse("");
        };
    }

    private Map<String, Object> object(List<DocumentedField> members, String context) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (DocumentedField member : members) {
            value(member, context).ifPresent(value -> object.put(member.name(), value));
        }
        return object;
    }

    private Optional<Object> value(DocumentedField member, String context) {
        if (member.members().isEmpty()) {
            return texts.ofField(member.name(), context).map(Example::typed);
        }
        Map<String, Object> inside = object(member.members(), context);
        return Optional.of(member.many() ? new ArrayList<>(List.of(inside)) : inside);
    }

    private static Object typed(String text) {
        return text.matches("\\d{1,12}") ? (Object) AsciiNumber.parseLong(text) : text;
    }

    /// An object inside an object; empty if it is absent.
    @SuppressWarnings("unchecked") // as below
    static Map<String, Object> members(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked") // an object of JSON has texts for its names
    static Map<String, Object> object(String json) {
        return MAPPER.readValue(json, LinkedHashMap.class);
    }

    static Object parsed(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    private static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
