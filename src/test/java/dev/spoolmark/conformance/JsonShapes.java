package dev.spoolmark.conformance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares the shape of a response with a recorded one.
public final class JsonShapes {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonShapes() {}

    /// Paths of members of the recorded response that are missing or have another type. Arrays are compared by
    /// their first elements; null matches every type.
    public static List<String> missing(String recorded, String actual) {
        List<String> missing = new ArrayList<>();
        compare("", JSON.readTree(recorded), JSON.readTree(actual), missing);
        return missing;
    }

    private static void compare(String path, JsonNode recorded, JsonNode actual, List<String> missing) {
        if (actual.isMissingNode()) {
            missing.add(path + " is missing");
        } else if (recorded.isNull() || actual.isNull()) {
            return;
        } else if (recorded.getNodeType() != actual.getNodeType()) {
            missing.add(path + " is " + actual.getNodeType() + ", not " + recorded.getNodeType());
        } else if (recorded.isArray() && !recorded.isEmpty()) {
            compare(path + "[0]", recorded.get(0), actual.path(0), missing);
        } else {
            recorded.properties()
                    .forEach(member -> compare(
                            path + "." + member.getKey(), member.getValue(), actual.path(member.getKey()), missing));
        }
    }
}
