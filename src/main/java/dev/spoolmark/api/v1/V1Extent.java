package dev.spoolmark.api.v1;

import java.util.Optional;

/// How much of a thing an answer tells: just enough to know it, what a list shows, or everything.
enum V1Extent {
    MIN,
    NORMAL,
    FULL;

    /// The newer methods: nothing or `min` is the least, `normal` more, `full` all (`user.md` 0).
    static V1Extent ofNewer(Optional<String> sent) {
        return switch (sent.orElse("min")) {
            case "normal" -> NORMAL;
            case "full" -> FULL;
            default -> MIN;
        };
    }

    /// The libraries of 2011: nothing is in between, `min` the least, anything else everything (`user.md` 0).
    static V1Extent ofLibrary(Optional<String> sent) {
        return sent.map(word -> word.equals("min") ? MIN : FULL).orElse(NORMAL);
    }
}
