package dev.spoolmark.transfer.file;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The beginning of a JSON member, to detect its format.
///
/// @param isArray whether the member is an array
/// @param keys names of properties of the first object, as far as they are in the first 8,192 characters; empty if the
/// member is no JSON, or its first element is no object
public record JsonHead(boolean isArray, Set<String> keys) {

    private static final JsonFactory JSON = new JsonFactory();

    public static JsonHead of(ImportFile file, String member) {
        String head = file.head(member);
        Set<String> keys = new LinkedHashSet<>();
        boolean isArray = head.stripLeading().startsWith("[");
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), head)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            if (token == JsonToken.START_OBJECT) {
                addKeys(parser, keys);
            }
        } catch (JacksonException cutOff) {
            return new JsonHead(isArray, keys);
        }
        return new JsonHead(isArray, keys);
    }

    private static void addKeys(JsonParser parser, Set<String> keys) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            keys.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
    }

    public boolean has(String key) {
        return keys.contains(key);
    }
}
