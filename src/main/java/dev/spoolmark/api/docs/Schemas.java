package dev.spoolmark.api.docs;

import java.util.Map;

/// Schemas of the responses of each method: types and members as recorded by the tests. No member is marked as
/// required, since no number of examples could prove that.
final class Schemas {

    private final Map<String, Object> all = Example.object(DocTexts.text("schemas.json"));

    /// The schemas that occur in many responses, by name.
    Map<String, Object> shared() {
        return Example.members(all, "shared");
    }

    /// Empty, which allows everything, for a method without a recorded response.
    Object response(MethodDoc entry) {
        return Example.members(all, "answers").getOrDefault(entry.name(), Map.of());
    }
}
