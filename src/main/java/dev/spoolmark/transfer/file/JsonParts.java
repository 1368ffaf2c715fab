package dev.spoolmark.transfer.file;

import dev.spoolmark.transfer.record.RecordSource;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// An array in an element of a JSON array, such as the seasons of a show, that may be too large to be read at once. The
/// member is read by two parsers at the same pace, so the array may be anywhere in its element.
public final class JsonParts {

    private final JsonParser parser;
    private final String name;
    private boolean isRead;

    private JsonParts(JsonParser parser, String name) {
        this.parser = parser;
        this.name = name;
    }

    /// Receives an element and its array.
    @FunctionalInterface
    public interface ElementConsumer {

        /// @param element without the array; a JSON null if it is too large even so
        void accept(RecordSource source, JsonNode element, JsonParts parts);
    }

    /// Passes each element of an array that is the whole member.
    ///
    /// @param parts name of the array in each element
    /// @throws ImportFileException if the member is no JSON
    public static void forEach(ImportFile file, String member, String parts, ElementConsumer consumer) {
        JsonElements.read(
                file,
                member,
                elements -> JsonElements.read(file, member, arrays -> read(elements, arrays, member, parts, consumer)));
    }

    private static void read(
            JsonParser elements, JsonParser arrays, String member, String parts, ElementConsumer consumer) {
        if (elements.nextToken() != JsonToken.START_ARRAY) {
            return;
        }
        arrays.nextToken();
        int number = 0;
        while (elements.nextToken() != JsonToken.END_ARRAY && elements.currentToken() != null) {
            arrays.nextToken();
            number++;
            JsonNode element = JsonElements.element(elements, parts);
            JsonParts array = new JsonParts(arrays, parts);
            consumer.accept(new RecordSource(member, number), element, array);
            array.forEach(unread -> {});
        }
    }

    /// Passes each element of the array, the first time this is called. One that is too large is a JSON null.
    public void forEach(Consumer<JsonNode> consumer) {
        if (isRead) {
            return;
        }
        isRead = true;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isWanted = parser.currentName().equals(name);
            if (parser.nextToken() == JsonToken.START_ARRAY && isWanted) {
                elements(consumer);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void elements(Consumer<JsonNode> consumer) {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            consumer.accept(JsonElements.element(parser, ""));
        }
    }
}
