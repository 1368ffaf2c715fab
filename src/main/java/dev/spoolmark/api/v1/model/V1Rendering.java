package dev.spoolmark.api.v1.model;

import dev.spoolmark.http.Call;

/// Level of detail of the items in an activity response: full, or minimal (`?min=1`), then with images on
/// request (`&images=1`, `docs/spec/v1/activity.md#parameters`).
public record V1Rendering(V1Links links, boolean min, boolean images) {

    public static V1Rendering full(Call<?> call) {
        return new V1Rendering(new V1Links(call.base()), false, true);
    }

    public static V1Rendering ofQuery(Call<?> call) {
        boolean min = call.flag("min");
        return new V1Rendering(new V1Links(call.base()), min, !min || call.flag("images"));
    }
}
