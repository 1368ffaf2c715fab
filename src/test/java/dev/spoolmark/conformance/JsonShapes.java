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
    public static List<String> missing(String recorded, String ours) {
        List<String> missing = new ArrayList<>();
        compare("", JSON.readTree(recorded), JSON.readTree(ours), missing);
        return missing;
    }

    private static void compare(String path, JsonNode recorded, JsonNode ours, List<String> missing) {
        if (ours.isMissingNode()) {
            missing.add(path + " is missing");
        } else if (recorded.isNull() || ours.isNull()) {
            return;
        } else if (recorded.getNodeType() != ours.getNodeType()) {
            missing.add(path + " is " + ours.getNodeType() + ", not " + recorded.getNodeType());
        } else if (recorded.isArray() && !recorded.isEmpty()) {
            compare(path + "[0]", recorded.get(0), ours.path(0), missing);
        } else {
            recorded.properties()
                    .forEach(member -> compare(
                            path + "." + member.getKey(), member.getValue(), ours.path(member.getKey()), missing));
        }
    }
}
