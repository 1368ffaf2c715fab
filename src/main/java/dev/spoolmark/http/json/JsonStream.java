package dev.spoolmark.http.json;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/// A JSON object that is written while its members are read, so that it is never in memory as a whole.
public final class JsonStream implements AutoCloseable {

    private final JsonGenerator json;

    JsonStream(JsonGenerator json) {
        this.json = json;
        json.writeStartObject();
    }

    public void member(String name, String value) {
        json.writeName(name);
        json.writeString(value);
    }

    public void member(String name, long value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    public void member(String name, JsonObject value) {
        json.writeName(name);
        JsonObject.Writer.write(value, json);
    }

    /// A member that is an object, whose own members are rendered one by one.
    public <T> void object(String name, Map<String, T> values, Function<T, JsonObject> render) {
        json.writeName(name);
        json.writeStartObject();
        values.forEach((key, value) -> member(key, render.apply(value)));
        json.writeEndObject();
    }

    /// A member that is an array. `values` is read while it is written.
    public void array(String name, Iterable<JsonObject> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(value -> JsonObject.Writer.write(value, json));
        json.writeEndArray();
    }

    /// Ends the object.
    @Override
    public void close() {
        json.writeEndObject();
        json.close();
    }
}
