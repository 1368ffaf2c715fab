package dev.spoolmark.api.v1.model;

import dev.spoolmark.http.Call;

/// How the things of an answer are told: whole, or just enough to know them (`?min=1`), then with pictures on
/// request (`&images=1`, `docs/spec/v1/activity.md#parameters`).
public record V1Rendering(V1Links links, boolean min, boolean images) {

    public static V1Rendering full(Call<?> call) {
        return new V1Rendering(new V1Links(call.base()), false, true);
    }

    public static V1Rendering asked(Call<?> call) {
        boolean min = call.flag("min");
        return new V1Rendering(new V1Links(call.base()), min, !min || call.flag("images"));
    }
}
