package dev.spoolmark.metadata;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Creates records with one invalid value, for each value and many kinds of invalid values.
final class InvalidRecords {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.stringNode(""),
            NODES.stringNode("text"),
            NODES.stringNode("2015-00-00"),
            NODES.stringNode("25:99"),
            NODES.stringNode("\u0000\ud800 \ufffd\u2028"),
            NODES.stringNode("x".repeat(200_000)),
            NODES.numberNode(7),
            NODES.numberNode(-1),
            NODES.numberNode(42.5),
            NODES.numberNode(1e300),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(new BigInteger("9".repeat(2_000))),
            NODES.booleanNode(true),
            JSON.readTree("[]"),
            JSON.readTree("[null,7,\"x\",{},[]]"),
            JSON.readTree("{}"),
            JSON.readTree("{\"a\":{\"b\":[1]}}"));

    private InvalidRecords() {}

    /// @param where the path of the value, and the value
    record InvalidRecord(String where, JsonNode record) {

        /// As in a file, where a lone surrogate can only be an escape.
        String json() {
            return record.toString().replace("\ud800", "\\ud800");
        }
    }

    /// @param left paths that are not changed, because nothing is known without them
    static List<InvalidRecord> of(String json, String... left) {
        List<InvalidRecord> all = new ArrayList<>();
        JsonNode whole = JSON.readTree(json);
        for (String path : paths("", whole)) {
            if (!List.of(left).contains(path)) {
                for (JsonNode value : VALUES) {
                    JsonNode copy = whole.deepCopy();
                    put(copy, path, value);
                    String shown = value.toString();
                    all.add(new InvalidRecord(path + " = " + shown.substring(0, Math.min(30, shown.length())), copy));
                }
            }
        }
        return all;
    }

    private static List<String> paths(String path, JsonNode node) {
        List<String> all = new ArrayList<>();
        if (node.isObject()) {
            node.propertyNames().forEach(name -> {
                all.add(path + "/" + name);
                all.addAll(paths(path + "/" + name, node.get(name)));
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.addAll(paths(path + "/" + i, node.get(i)));
            }
        }
        return all;
    }

    private static void put(JsonNode whole, String path, JsonNode value) {
        int slash = path.lastIndexOf('/');
        JsonNode parent = whole.at(path.substring(0, slash));
        String last = path.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
