package dev.spoolmark.transfer.file;

import dev.spoolmark.transfer.record.RecordSource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A member as JSON, one element of an array at a time.
public final class JsonElements {

    private static final int DEPTH = 32;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(ImportLimits.ROW)
                            .maxNumberLength(32)
                            .maxNameLength(256)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonElements() {}

    /// Passes each element of an array that is the whole member, or a member that is one object. An element that is
    /// too large is passed as a JSON null.
    ///
    /// @throws ImportFileException if it is no JSON, or the one object is too large
    public static void forEach(ImportFile file, String member, BiConsumer<RecordSource, JsonNode> consumer) {
        forEach(file, member, Integer.MAX_VALUE, consumer);
    }

    /// Passes only the first elements.
    ///
    /// @throws ImportFileException if the beginning is no JSON
    public static void forEach(ImportFile file, String member, int limit, BiConsumer<RecordSource, JsonNode> consumer) {
        read(file, member, parser -> {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                elements(parser, member, limit, consumer);
            } else if (parser.currentToken() != null) {
                consumer.accept(new RecordSource(member, 1), tree(parser));
            }
        });
    }

    /// Passes each element of the arrays with this name in the object that is the whole member. An element that is too
    /// large is passed as a JSON null.
    ///
    /// @throws ImportFileException if it is no JSON
    public static void forEach(
            ImportFile file, String member, String array, BiConsumer<RecordSource, JsonNode> consumer) {
        forEach(file, member, array, Integer.MAX_VALUE, consumer);
    }

    /// Passes only the first elements of the first of these arrays that has more.
    ///
    /// @throws ImportFileException if the member is no JSON up to there
    public static void forEach(
            ImportFile file, String member, String array, int limit, BiConsumer<RecordSource, JsonNode> consumer) {
        read(file, member, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isWanted = parser.currentName().equals(array);
                if (parser.nextToken() == JsonToken.START_ARRAY && isWanted) {
                    if (!elements(parser, member, limit, consumer)) {
                        return;
                    }
                } else {
                    parser.skipChildren();
                }
            }
        });
    }

    /// Passes each element of an array in objects in the object that is the whole member. An element that is too large
    /// is passed as a JSON null.
    ///
    /// @param path names of the objects and of the array
    /// @throws ImportFileException if it is no JSON
    public static void forEach(
            ImportFile file, String member, List<String> path, BiConsumer<RecordSource, JsonNode> consumer) {
        read(file, member, parser -> {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                properties(parser, member, path, consumer);
            }
        });
    }

    /// Passes each property of the object with this name in the object that is the whole member. A value that is too
    /// large is passed as a JSON null.
    ///
    /// @throws ImportFileException if it is no JSON
    public static void forEachProperty(
            ImportFile file, String member, String object, BiConsumer<String, JsonNode> consumer) {
        read(file, member, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isWanted = parser.currentName().equals(object);
                if (parser.nextToken() == JsonToken.START_OBJECT && isWanted) {
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        String name = parser.currentName();
                        parser.nextToken();
                        consumer.accept(name, element(parser, ""));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        });
    }

    private static void properties(
            JsonParser parser, String member, List<String> path, BiConsumer<RecordSource, JsonNode> consumer) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isOnPath = parser.currentName().equals(path.getFirst());
            JsonToken value = parser.nextToken();
            if (isOnPath && path.size() == 1 && value == JsonToken.START_ARRAY) {
                elements(parser, member, Integer.MAX_VALUE, consumer);
            } else if (isOnPath && path.size() > 1 && value == JsonToken.START_OBJECT) {
                properties(parser, member, path.subList(1, path.size()), consumer);
            } else {
                parser.skipChildren();
            }
        }
    }

    /// A small member as a whole.
    ///
    /// @throws ImportFileException if it is no JSON, or too large
    public static JsonNode tree(ImportFile file, String member) {
        JsonNode[] found = {JSON.nullNode()};
        read(file, member, parser -> {
            if (parser.nextToken() != null) {
                found[0] = tree(parser);
            }
        });
        return found[0];
    }

    /// @return whether the array has been read to its end
    private static boolean elements(
            JsonParser parser, String member, int limit, BiConsumer<RecordSource, JsonNode> consumer) {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (number == limit) {
                return false;
            }
            number++;
            consumer.accept(new RecordSource(member, number), element(parser, ""));
        }
        return true;
    }

    /// An element of an array without one of its properties; a JSON null if it is too large, so that the others are
    /// still read.
    ///
    /// @param parser at the first token of the element; then at its last one
    static JsonNode element(JsonParser parser, String without) {
        int depth = parser.streamReadContext().getNestingDepth()
                - (parser.currentToken().isStructStart() ? 1 : 0);
        try {
            return parser.currentToken() == JsonToken.START_OBJECT ? object(parser, without) : tree(parser);
        } catch (ImportFileException e) {
            if (e.problem() != FileProblem.TOO_LONG_ROW) {
                throw e;
            }
            while (parser.streamReadContext().getNestingDepth() > depth && parser.nextToken() != null) {
                // Skip the rest of the element.
            }
            return JSON.nullNode();
        }
    }

    private static ObjectNode object(JsonParser parser, String without) {
        ObjectNode object = JSON.createObjectNode();
        try (JsonParser limited = new LimitedParser(parser)) {
            while (limited.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = limited.currentName();
                limited.nextToken();
                if (name.equals(without)) {
                    parser.skipChildren();
                } else {
                    object.set(name, JSON.readTree(limited));
                }
            }
            return object;
        }
    }

    private static JsonNode tree(JsonParser parser) {
        try (JsonParser limited = new LimitedParser(parser)) {
            return JSON.readTree(limited);
        }
    }

    static void read(ImportFile file, String member, Consumer<JsonParser> reader) {
        try (Reader text = file.text(member);
                JsonParser parser = JSON.createParser(text)) {
            reader.accept(parser);
        } catch (JacksonException e) {
            throw new ImportFileException(FileProblem.DAMAGED, member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The string value of a property; empty if it has none.
    public static String text(JsonNode object, String property) {
        JsonNode value = object.get(property);
        return value == null || value.isContainer() || value.isNull()
                ? ""
                : StorableText.of(value.asString()).strip();
    }

    /// A property that is a number or digits; null if it is neither.
    public static @Nullable Long number(JsonNode object, String property) {
        return CellValues.number(text(object, property));
    }

    /// Counts the values of one element.
    private static final class LimitedParser extends JsonParserDelegate {

        private int values;

        LimitedParser(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() {
            values++;
            if (values > ImportLimits.VALUES) {
                throw new ImportFileException(FileProblem.TOO_LONG_ROW, "an element");
            }
            return super.nextToken();
        }

        @Override
        public void close() {
            // The next element follows.
        }
    }
}
