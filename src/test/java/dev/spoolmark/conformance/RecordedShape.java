package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The shape of a recorded response of the original service: every member with its type. A response of this
/// server can have more members.
///
/// The elements of an array are compared by the union of their members. A recorded null matches every type.
public final class RecordedShape {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    private RecordedShape() {}

    /// @param capture such as `calendar/shows`
    public static void fits(String capture, V1Response response) {
        Map<String, String> actual = types(JSON.readTree(response.text()));
        Map<String, String> recorded = types(JSON.readTree(read(capture)));
        assertThat(actual).isNotEmpty().containsAllEntriesOf(recorded);
    }

    private static String read(String capture) {
        try {
            return Files.readString(CAPTURES.resolve(capture + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> types(JsonNode node) {
        Map<String, String> types = new TreeMap<>();
        collect("", node, types);
        return types;
    }

    private static void collect(String path, JsonNode node, Map<String, String> types) {
        if (!node.isNull()) {
            types.put(path, node.getNodeType().name());
        }
        for (JsonNode element : node.isArray() ? node : JSON.createArrayNode()) {
            collect(path + "[]", element, types);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            collect(path + "." + member.getKey(), member.getValue(), types);
        }
    }
}
