package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.body.DocumentedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends bodies of unsupported shapes to every write: a success reports what was stored or skipped.
class WrongShapesTest extends V1Conformance {

    private static final JsonMapper JSON = new JsonMapper();

    /// Members that count effects.
    private static final List<String> DONE = List.of("inserted", "already_exist", "rated", "unrated", "skipped");

    @Test
    void noWriteSucceedsWithoutAnEffect() {
        List<ApiMethod<?>> writes = table().stream()
                .filter(method -> !method.isRead())
                .filter(method -> method.access() == AuthenticationRequirement.SIGNED_IN)
                .filter(method -> !method.members().isEmpty())
                .toList();
        assertThat(writes).hasSizeGreaterThan(40);
        SoftAssertions every = new SoftAssertions();
        for (ApiMethod<?> method : writes) {
            String name = method.path().substring(1, method.path().indexOf("/{"));
            bodies(method).forEach((shape, members) -> {
                V1Response response = v1.post(name).as(users.ann()).with(members);
                every.assertThat(reportsAnEffectOrFailure(shape, response))
                        .as("%s, %s: %s answers %d %s", name, shape, members, response.status(), response.text())
                        .isTrue();
            });
        }
        every.assertAll();
    }

    private static Map<String, String> bodies(ApiMethod<?> method) {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("nothing", "");
        bodies.put("unknown members", "\"id\": 272, \"film\": \"Batman Begins\"");
        for (DocumentedField member : method.members()) {
            if (member.many()) {
                List<DocumentedField> inside = member.members();
                String name = "\"" + member.name() + "\": ";
                bodies.put("an empty list", name + "[]");
                bodies.put("an empty object for a list", name + "{}");
                bodies.put("null for a list", name + "null");
                bodies.put("a text for a list", name + "\"tt0372784\"");
                bodies.put("one item for a list", name + "{" + values(inside) + "}");
                bodies.put("a list of texts", name + "[\"tt0372784\"]");
                bodies.put("a list of lists", name + "[[" + "{" + values(inside) + "}]]");
                bodies.put("unknown members in a list", name + "[{\"id\": 272, \"film\": \"Batman Begins\"}]");
                bodies.put("flat", values(inside));
            }
        }
        return bodies;
    }

    private static String values(List<DocumentedField> members) {
        List<String> values = new ArrayList<>();
        for (DocumentedField member : members) {
            String value = switch (member.name()) {
                case "title" -> "\"Nobody Knows It\"";
                case "year" -> "2011";
                case "season", "episode", "rating" -> "1";
                case "type" -> "\"movie\"";
                default -> "null";
            };
            values.add("\"" + member.name() + "\": " + value);
        }
        return values.stream().collect(Collectors.joining(", "));
    }

    /// Whether the response is a failure, or a success with a count. The count can be zero if the item is at the
    /// top of the body.
    private static boolean reportsAnEffectOrFailure(String shape, V1Response response) {
        JsonNode parsed = JSON.readTree(response.text());
        boolean failed = parsed.path("status").asString("").equals("failure")
                && !parsed.path("error").isMissingNode();
        return failed
                || DONE.stream().anyMatch(member -> parsed.path(member).asInt(0) > 0)
                || parsed.path("message").asString("").matches(shape.equals("flat") ? "[0-9]+ .*" : "[1-9][0-9]* .*");
    }
}
