package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.json.Json;
import java.time.Duration;
import java.util.List;

/// The neutral error response, `{"error":"..."}`: for requests without a handler and for handlers without an error
/// body of their own.
public record ErrorResponse(String error) {

    /// The response for a problem, with its status, message and fields.
    public static Response of(Problem problem) {
        return withFields(problem, Response.of(status(problem), Json.CONTENT_TYPE, body(message(problem))));
    }

    static byte[] body(String message) {
        return Json.bytes(new ErrorResponse(message));
    }

    /// Adds `Allow` or `Retry-After` where the problem calls for it.
    public static Response withFields(Problem problem, Response response) {
        return switch (problem) {
            case Problem.MethodNotAllowed(List<String> allowed) -> response.with("Allow", String.join(", ", allowed));
            case Problem.Overloaded(Duration retryAfter) -> retry(response, retryAfter);
            case Problem.Unavailable unavailable -> retry(response, unavailable.retryAfter());
            case Problem.OutcomeUnknown(Duration retryAfter) -> retry(response, retryAfter);
            default -> response;
        };
    }

    private static Response retry(Response response, Duration after) {
        return response.with("Retry-After", Response.retryAfterSeconds(after));
    }

    /// The status of RFC 9110 for a problem.
    public static int status(Problem problem) {
        return switch (problem) {
            case Problem.Missing _, Problem.Invalid _, Problem.Unreadable _ -> 400;
            case Problem.NotSignedIn _, Problem.UnknownKey _ -> 401;
            case Problem.NoPermissions _, Problem.NoPermission _, Problem.NotAllowed _ -> 403;
            case Problem.NotFound _ -> 404;
            case Problem.MethodNotAllowed _ -> 405;
            case Problem.TooSlow _ -> 408;
            case Problem.Taken _, Problem.TooMany _ -> 409;
            case Problem.TooBig _ -> 413;
            case Problem.UnknownBodyEncoding _ -> 415;
            case Problem.Misdirected _ -> 421;
            case Problem.HeaderTooLarge _ -> 431;
            case Problem.Internal _ -> 500;
            case Problem.NotBuilt _ -> 501;
            case Problem.Overloaded _, Problem.Unavailable _, Problem.OutcomeUnknown _ -> 503;
        };
    }

    /// A message for a problem in English.
    public static String message(Problem problem) {
        return switch (problem) {
            case Problem.NotSignedIn _ -> "authentication failed";
            case Problem.UnknownKey _ -> "invalid API key";
            case Problem.NoPermissions _ -> "the application has no permissions";
            case Problem.NoPermission(String permission) -> "the application lacks the permission " + permission;
            case Problem.NotFound(String subject) -> subject + " not found";
            case Problem.Missing(String field) -> field + " is required";
            case Problem.Invalid(String subject) -> "invalid " + subject;
            case Problem.NotAllowed(String reason) -> reason;
            case Problem.Taken(String value, String subject) -> subject + " " + value + " exists already";
            case Problem.TooMany(long limit, String subject) -> "no more than " + limit + " " + subject;
            case Problem.Unreadable(String reason) -> reason;
            case Problem.TooSlow _ -> "the body was received too slowly";
            case Problem.TooBig(long limit, String unit) -> "the request is larger than " + limit + " " + unit;
            case Problem.MethodNotAllowed(List<String> allowed) -> "allowed methods: " + String.join(", ", allowed);
            case Problem.NotBuilt _ -> "not implemented";
            case Problem.HeaderTooLarge _ -> "request header is too large";
            case Problem.UnknownBodyEncoding _ -> "the encoding of the body is none of gzip, deflate and identity";
            case Problem.Misdirected _ ->
                "this server does not answer for that host; the operator may allow it (allowed_hosts)";
            case Problem.Internal(String requestId) -> "something went wrong on our side (" + requestId + ")";
            case Problem.Overloaded _ -> "server is over capacity";
            case Problem.Unavailable unavailable -> unavailable.reason();
            case Problem.OutcomeUnknown _ -> "the outcome is not known; repeat the request";
        };
    }
}
