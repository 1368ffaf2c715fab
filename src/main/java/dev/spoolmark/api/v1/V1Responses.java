package dev.spoolmark.api.v1;

import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;

/// JSON responses of v1, with the members `status` and `message` or `error` where it has them.
public final class V1Responses {

    private V1Responses() {}

    /// The body of an error. See [V1Errors] for status and text.
    static Response failure(int status, String error) {
        return json(status, new JsonObject().put("status", "failure").put("error", error));
    }

    /// The response to a write: a message.
    public static Response success(String message) {
        return ok(new JsonObject().put("status", "success").put("message", message));
    }

    /// The response to a batch, with the skipped items and the reasons.
    ///
    /// @param kind such as `movies`
    public static Response success(String message, String kind, List<JsonObject> skipped) {
        if (skipped.isEmpty()) {
            return success(message);
        }
        return ok(new JsonObject()
                .put("status", "success")
                .put("message", message)
                .put("skipped", skipped.size())
                .put("skipped_" + kind, skipped));
    }

    public static Response ok(Object body) {
        return json(200, body);
    }

    private static Response json(int status, Object body) {
        return Response.of(status, Json.CONTENT_TYPE, Json.bytes(body));
    }
}
