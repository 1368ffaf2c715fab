package dev.spoolmark.transfer;

import dev.spoolmark.collection.CollectedDetails;
import dev.spoolmark.collection.CollectedField;
import dev.spoolmark.http.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// The object `metadata` of collected items.
final class CollectionMetadata {

    private CollectionMetadata() {}

    /// All fields, each null if unknown; null if nothing is known.
    static @Nullable JsonObject of(CollectedDetails details) {
        if (details.isEmpty()) {
            return null;
        }
        JsonObject metadata = new JsonObject();
        for (CollectedField field : CollectedField.values()) {
            metadata.putNullable(field.key(), details.word(field));
        }
        return metadata.putNullable("3d", details.is3d());
    }
}
