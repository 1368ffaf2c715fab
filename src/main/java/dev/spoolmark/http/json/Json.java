package dev.spoolmark.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON: members of records in their order, without null values.
public final class Json {

    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Writes one object to `out` member by member, with arrays of any length. `out` stays open.
    public static JsonStream stream(OutputStream out) {
        return new JsonStream(MAPPER.createGenerator(out));
    }

    /// Writes an array item by item, so that it is never in memory as a whole. `out` stays open.
    public static void array(OutputStream out, Iterable<?> items) {
        try (SequenceWriter array = MAPPER.writer().writeValuesAsArray(out)) {
            array.writeAll(items);
        }
    }
}
