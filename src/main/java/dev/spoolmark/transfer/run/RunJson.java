package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.record.ImportRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Parts of imports as JSON in the database.
final class RunJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunJson() {}

    static String write(ImportChoices choices) {
        return JSON.writeValueAsString(choices);
    }

    static String write(Map<String, String> texts) {
        return JSON.writeValueAsString(new TreeMap<>(texts));
    }

    static Map<String, String> texts(String json) {
        Map<String, String> texts = new TreeMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    static ImportChoices choices(String json) {
        return JSON.readValue(json, ImportChoices.class);
    }

    static String write(ImportCounts counts) {
        return JSON.writeValueAsString(counts);
    }

    static ImportCounts counts(String json) {
        return JSON.readValue(json, ImportCounts.class);
    }

    static String write(ImportRecord unresolved) {
        return JSON.writerFor(ImportRecord.class).writeValueAsString(unresolved);
    }

    static ImportRecord unresolved(String json) {
        return JSON.readValue(json, ImportRecord.class);
    }

    static String write(List<? extends @Nullable Object> values) {
        return JSON.writeValueAsString(values);
    }

    /// Numbers as `Long`, as the database gives them.
    static List<@Nullable Object> values(String json) {
        List<@Nullable Object> values = new ArrayList<>();
        for (JsonNode node : JSON.readTree(json)) {
            if (node.isNull()) {
                values.add(null);
            } else if (node.isNumber()) {
                values.add(node.asLong());
            } else if (node.isBoolean()) {
                values.add(node.asBoolean());
            } else {
                values.add(node.asString());
            }
        }
        return values;
    }
}
