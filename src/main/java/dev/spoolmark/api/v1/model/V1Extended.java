package dev.spoolmark.api.v1.model;

import java.util.Optional;

/// How much of a thing an answer tells: just enough to know it, what a list shows, or everything.
public enum V1Extended {
    MIN,
    NORMAL,
    FULL;

    /// The newer methods: nothing or `min` is the least, `normal` more, `full` all
    /// (`docs/spec/v1/user.md#levels-of-detail`).
    public static V1Extended ofNewer(Optional<String> body) {
        return switch (body.orElse("min")) {
            case "normal" -> NORMAL;
            case "full" -> FULL;
            default -> MIN;
        };
    }

    /// The libraries of 2011: nothing is in between, `min` the least, anything else everything
    /// (`docs/spec/v1/user.md#levels-of-detail`).
    public static V1Extended ofLibrary(Optional<String> body) {
        return body.map(word -> word.equals("min") ? MIN : FULL).orElse(NORMAL);
    }
}
