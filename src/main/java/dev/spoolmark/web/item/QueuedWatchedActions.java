package dev.spoolmark.web.item;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.idempotency.IdempotencyKey;
import dev.spoolmark.idempotency.IdempotencyKeys;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/// Receives presses of *watched* that a script of a page has stored while there was no connection. The fields are
/// those of `/track/watched` and `user`, the id of the user who pressed the button, `key`, and `at`, the time in
/// milliseconds since 1970. A script reads the response, so it is JSON with the member `result`:
///
/// - `stored`: the press was carried out, now or before
/// - `before`: there was nothing left to mark
/// - `other_user`: another user has signed in; nothing was stored
/// - `gone`, `not_aired`, `old`, `future`, `full`, `invalid`: nothing was stored, and repeating it will not help
///
/// It is carried out once for each key (`docs/scaling.md#exactly-once-plays`).
final class QueuedWatchedActions {

    /// Keys are known for longer, so that an old press is never carried out twice.
    static final Duration OLDEST = IdempotencyKeys.RETENTION.minusDays(1);

    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    private final WatchedActions actions;
    private final InstantSource clock;

    QueuedWatchedActions(WatchedActions actions, InstantSource clock) {
        this.actions = actions;
        this.clock = clock;
    }

    void declare(PageRoutes routes) {
        routes.post("/track/queued", PageAccess.SIGNED_IN, request -> request.waiting(() -> respond(request)));
    }

    private Response respond(PageRequest request) {
        return Response.of(200, Json.CONTENT_TYPE, Json.bytes(new JsonObject().put("result", result(request))));
    }

    private String result(PageRequest request) {
        String user = Long.toString(request.account().id().value());
        if (!request.form().text("user").equals(user)) {
            return "other_user";
        }
        Optional<IdempotencyKey> key = IdempotencyKey.parse(request.form().text("key"));
        String at = request.form().text("at");
        if (key.isEmpty() || !MILLISECONDS.matcher(at).matches()) {
            return "invalid";
        }
        Instant pressed = Instant.ofEpochMilli(AsciiNumber.parseLong(at));
        Instant now = clock.instant();
        if (ClockSkew.isAhead(pressed, now)) {
            return "future";
        }
        return pressed.isBefore(now.minus(OLDEST)) ? "old" : carryOut(request, new WatchedClick(pressed, key.get()));
    }

    private String carryOut(PageRequest request, WatchedClick click) {
        try {
            return switch (actions.carryOut(request, click)) {
                case WatchedResult.Added _ -> "stored";
                case WatchedResult.Nothing(String notice) -> nothing(notice);
                case WatchedResult.WrongDate _ -> "invalid";
            };
        } catch (ProblemException rejected) {
            return switch (rejected.problem()) {
                case Problem.NotFound _ -> "gone";
                case Problem.TooMany _ -> "full";
                case Problem.Invalid _ -> "invalid";
                default -> throw rejected;
            };
        }
    }

    private static String nothing(String notice) {
        return switch (notice) {
            case WatchedActions.WATCHED_BEFORE -> "before";
            case WatchedActions.NOT_AIRED -> "not_aired";
            default -> "invalid";
        };
    }
}
