package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.file.ImportFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The content of an archive without what differs from server to server: ids, the time of the export, and what is about
/// the account there.
final class CanonicalArchive {

    /// Ids of a server.
    private static final Set<String> IDS = Set.of("id", "spoolmark", "parent_id");

    /// Facts of the manifest about one server: what has access to the account there and what happened to it, when it
    /// was exported, and when APIs last changed each area, which may never go back.
    private static final Set<String> OF_SERVER = Set.of(
            "exported_at",
            "members",
            "sessions",
            "security_log",
            "last_changes",
            "joined_at",
            "last_sign_in_at",
            "watching");

    private CanonicalArchive() {}

    /// Each row with its member, each array without its order, as ranks are in the rows.
    static List<String> of(Path archive) {
        List<String> members = new ArrayList<>();
        try (ImportFile file = ImportFile.open(archive, "archive.zip")) {
            Map<String, String> lists = lists(file);
            for (String member : file.members()) {
                JsonNode content = read(file, member);
                String name = member.replaceFirst("lists-list-\\d+-", "list-");
                add(members, name, content, lists);
            }
        }
        Collections.sort(members);
        return members;
    }

    /// A line for each row, and for each property of the manifest.
    private static void add(List<String> lines, String name, JsonNode content, Map<String, String> lists) {
        if (content.isArray()) {
            content.forEach(row -> lines.add(name + " " + text(row, lists)));
        } else {
            content.properties().forEach(property -> {
                if (!OF_SERVER.contains(property.getKey())) {
                    lines.add(name + " " + property.getKey() + " " + text(property.getValue(), lists));
                }
            });
        }
    }

    /// Names of lists by their ids.
    private static Map<String, String> lists(ImportFile file) {
        Map<String, String> lists = new HashMap<>();
        for (JsonNode list : read(file, "lists-lists.json")) {
            lists.put(list.get("ids").get("trakt").asString(), list.get("name").asString());
        }
        return lists;
    }

    private static JsonNode read(ImportFile file, String member) {
        try (InputStream in = file.open(member)) {
            return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, Map<String, String> lists) {
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(text(element, lists)));
            Collections.sort(elements);
            return "[" + String.join(",\n", elements) + "]";
        }
        if (!node.isObject()) {
            return node.toString();
        }
        Map<String, String> values = new TreeMap<>();
        node.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (name.equals("list")) {
                values.put(name, lists.getOrDefault(value.asString(), ""));
            } else if (name.equals("rules") && value.isString()) {
                values.put(name, value.asString().replaceAll("(?m)^list \\d+", "list of the user"));
            } else if (!IDS.contains(name) && !OF_SERVER.contains(name) && !isListNumber(name, value)) {
                values.put(name, text(value, lists));
            }
        });
        return values.toString();
    }

    private static boolean isListNumber(String name, JsonNode value) {
        return name.equals("trakt") && !value.isNull();
    }
}
