package dev.spoolmark.conformance;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Indents JSON for the golden files.
final class PrettyJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrettyJson() {}

    static String json(String json) {
        return MAPPER.writeValueAsString(MAPPER.readTree(json));
    }
}
