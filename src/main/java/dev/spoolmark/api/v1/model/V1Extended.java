package dev.spoolmark.api.v1.model;

import java.util.Optional;

/// Level of detail of an item in a response: minimal, as in lists, or full.
public enum V1Extended {
    MIN,
    NORMAL,
    FULL;

    /// For the newer methods: absent or `min` is minimal, `normal` more, `full` all
    /// (`docs/spec/v1/user.md#levels-of-detail`).
    public static V1Extended ofNewer(Optional<String> body) {
        return switch (body.orElse("min")) {
            case "normal" -> NORMAL;
            case "full" -> FULL;
            default -> MIN;
        };
    }

    /// For the libraries of 2011: absent is in between, `min` minimal, anything else full
    /// (`docs/spec/v1/user.md#levels-of-detail`).
    public static V1Extended ofLibrary(Optional<String> body) {
        return body.map(text -> text.equals("min") ? MIN : FULL).orElse(NORMAL);
    }
}
