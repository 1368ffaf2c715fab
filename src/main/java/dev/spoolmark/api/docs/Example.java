package dev.spoolmark.api.docs;

import dev.spoolmark.api.docs.Parameter.Place;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.http.body.FieldDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// An example of a call, as a curl command.
final class Example {

    /// Stands for the address of the server, here as in the answers that the tests keep.
    static final String HOST = "http://host";

    private static final ObjectMapper MAPPER = new JsonMapper();

    private final DocTexts wording;

    Example(DocTexts wording) {
        this.wording = wording;
    }

    /// The body, or empty when there is nothing to say beyond who calls.
    Map<String, Object> body(MethodDoc entry) {
        return wording.request(entry).map(Example::object).orElseGet(() -> object(entry.members(), entry.name()));
    }

    /// A line for a shell in which `KEY`, `NAME` and `SHA1` are set.
    String curl(MethodDoc entry) {
        Map<String, Object> body = body(entry);
        String person = entry.knowsPeople() ? "-u \"$NAME:$SHA1\" " : "";
        String verb = entry.takesBody() && body.isEmpty() ? "-X POST " : "";
        String sent = body.isEmpty() ? "" : " -d '" + pretty(body).replace("'", "'\\''") + "'";
        return "curl " + verb + person + '"' + HOST + address(entry) + '"' + sent;
    }

    /// The address with a value for each parameter that has to be there.
    private String address(MethodDoc entry) {
        List<Parameter> needed =
                entry.parameters().stream().filter(Parameter::required).toList();
        String path = needed.stream()
                .filter(parameter -> parameter.place() == Place.PATH)
                .map(parameter -> "/" + value(entry, parameter))
                .collect(Collectors.joining());
        String query = needed.stream()
                .filter(parameter -> parameter.place() == Place.QUERY)
                .map(parameter -> parameter.name() + "=" + value(entry, parameter))
                .collect(Collectors.joining("&"));
        return entry.route() + path + (query.isEmpty() ? "" : "?" + query);
    }

    private String value(MethodDoc entry, Parameter parameter) {
        return switch (parameter.name()) {
            case "apikey" -> "$KEY";
            case "username" -> "$NAME";
            default -> wording.ofParameter(parameter.name(), entry.name()).orElse("");
        };
    }

    private Map<String, Object> object(List<FieldDescriptor> members, String context) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (FieldDescriptor member : members) {
            value(member, context).ifPresent(value -> object.put(member.name(), value));
        }
        return object;
    }

    private Optional<Object> value(FieldDescriptor member, String context) {
        if (member.members().isEmpty()) {
            return wording.ofField(member.name(), context).map(Example::typed);
        }
        Map<String, Object> inside = object(member.members(), context);
        return Optional.of(member.many() ? new ArrayList<>(List.of(inside)) : inside);
    }

    private static Object typed(String text) {
        return text.matches("\\d{1,12}") ? (Object) AsciiNumber.parseLong(text) : text;
    }

    /// An object inside an object; empty when it is not there.
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
