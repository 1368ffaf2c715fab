package dev.spoolmark.http.json;

import dev.spoolmark.http.body.LenientValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/// A JSON object of a response with its members in the order of addition.
///
/// v1 combines the same items in many ways (a show with the caller's own members, with the time of addition,
/// with its episodes), so its objects are built rather than declared. Null members are left out.
@JsonSerialize(using = JsonObject.Writer.class)
public final class JsonObject {

    private static final Object NULL = new Object();

    private final Map<String, Object> members = new LinkedHashMap<>();

    public JsonObject put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /// Like [#put], but a null value is written as `null`.
    public JsonObject putNullable(String name, @Nullable Object value) {
        members.put(name, value == null ? NULL : value);
        return this;
    }

    public JsonObject putAll(JsonObject others) {
        members.putAll(others.members);
        return this;
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /// Removes a member.
    public JsonObject without(String name) {
        members.remove(name);
        return this;
    }

    /// Writes the few kinds of values directly: looking up a serializer for each doubled the time of a response.
    static final class Writer extends ValueSerializer<JsonObject> {

        @Override
        public void serialize(JsonObject object, JsonGenerator json, SerializationContext context) {
            write(object, json);
        }

        static void write(JsonObject object, JsonGenerator json) {
            json.writeStartObject();
            for (Map.Entry<String, Object> member : object.members.entrySet()) {
                json.writeName(member.getKey());
                writeValue(member.getValue(), json);
            }
            json.writeEndObject();
        }

        private static void writeValue(Object value, JsonGenerator json) {
            if (value == NULL) {
                json.writeNull();
                return;
            }
            switch (value) {
                case String text -> json.writeString(text);
                case Integer number -> json.writeNumber(number);
                case Long number -> json.writeNumber(number);
                case Double number -> json.writeNumber(number);
                case Boolean flag -> json.writeBoolean(flag);
                case JsonObject object -> write(object, json);
                case LenientValue scalar -> scalar.writeTo(json);
                case List<?> list -> {
                    json.writeStartArray();
                    list.forEach(element -> writeValue(element, json));
                    json.writeEndArray();
                }
                default ->
                    throw new IllegalArgumentException(
                            "no JSON writer for a " + value.getClass().getSimpleName());
            }
        }
    }
}
