package dev.spoolmark.openid;

import dev.spoolmark.openid.OpenIdException.Reason;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON objects of the provider. A member that occurs twice makes the object invalid: two readers could read
/// different values.
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private StrictJson() {}

    /// @param what the name of the object in messages
    /// @throws OpenIdException with `reason` if it is no JSON object
    static JsonNode object(byte[] json, String what, Reason reason) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            // The message of the parser quotes the document.
        }
        throw new OpenIdException(reason, what + " is no JSON object");
    }

    /// A member that is a text and not empty.
    static Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() && !value.stringValue().isEmpty() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /// Whether a member is an array that contains this text.
    static boolean contains(JsonNode object, String name, String text) {
        return object.path(name)
                .valueStream()
                .anyMatch(value -> value.isString() && value.stringValue().equals(text));
    }
}
