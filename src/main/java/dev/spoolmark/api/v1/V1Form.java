package dev.spoolmark.api.v1;

import dev.spoolmark.wire.Call;

/// How the things of an answer are told: whole, or just enough to know them (`?min=1`), then with pictures on request
/// (`&images=1`, `activity.md`).
record V1Form(V1Links links, boolean min, boolean images) {

    static V1Form full(Call<?> call) {
        return new V1Form(new V1Links(call.base()), false, true);
    }

    static V1Form asked(Call<?> call) {
        boolean min = call.flag("min");
        return new V1Form(new V1Links(call.base()), min, !min || call.flag("images"));
    }
}
