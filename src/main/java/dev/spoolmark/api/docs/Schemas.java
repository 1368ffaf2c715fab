package dev.spoolmark.api.docs;

import java.util.Map;

/// What the answers of each method look like: types and members as the tests have seen them. Nothing says that a
/// member is always there, since no number of examples could.
final class Schemas {

    private final Map<String, Object> all = Example.object(DocTexts.text("schemas.json"));

    /// The things that come in many answers, by their names.
    Map<String, Object> shared() {
        return Example.members(all, "shared");
    }

    /// Empty, which allows everything, for a method without a recorded response.
    Object answer(MethodDoc entry) {
        return Example.members(all, "answers").getOrDefault(entry.name(), Map.of());
    }
}
