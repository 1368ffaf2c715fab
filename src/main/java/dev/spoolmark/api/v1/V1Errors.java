package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.ErrorResponse;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import java.time.Duration;

/// Statuses and texts of errors in v1 (`docs/spec/v1/conventions.md#errors`).
///
/// A readable request with wrong values gets 200 and a failure body: clients evaluate the body only on 2xx.
public final class V1Errors {

    private V1Errors() {}

    static Response response(Problem problem) {
        return ErrorResponse.withFields(problem, V1Responses.failure(status(problem), text(problem)));
    }

    /// Adds a challenge only for clients that sent `Authorization`: browsers open a dialog on it, and some clients
    /// need it.
    static Response response(ServerRequest request, Problem problem) {
        Response response = response(problem);
        boolean isMissing = problem instanceof Problem.NotSignedIn
                && request.header("Authorization").isPresent();
        return isMissing ? response.with("WWW-Authenticate", "Basic realm=\"trakt\"") : response;
    }

    /// Differs from [ErrorResponse#status] where clients of v1 expect another status.
    private static int status(Problem problem) {
        return switch (problem) {
            case Problem.NoPermissions _, Problem.NoPermission _ -> 401;
            case Problem.Missing _, Problem.Invalid _, Problem.NotAllowed _, Problem.Taken _, Problem.TooMany _ -> 200;
            default -> ErrorResponse.status(problem);
        };
    }

    static String text(Problem problem) {
        return switch (problem) {
            case Problem.NotSignedIn() -> "failed authentication";
            case Problem.UnknownKey() -> "invalid API key";
            case Problem.NoPermissions() -> "invalid development API key";
            case Problem.NoPermission(String permission) ->
                "invalid development API permission (" + permissionName(permission) + ")";
            case Problem.NotFound(String subject) -> subject + " not found";
            case Problem.Missing(String field) -> "missing required parameter (" + field + ")";
            case Problem.Invalid(String subject) -> "invalid " + subject;
            case Problem.NotAllowed(String reason) -> reason;
            case Problem.Taken(String name, String subject)
            when subject.equals("list") -> "a list with that name already exists";
            case Problem.Taken(String value, String subject) -> value + " is already a registered " + subject;
            case Problem.TooMany(long limit, String subject) -> "no more than " + limit + " " + subject;
            case Problem.Unreadable(String reason) -> reason;
            case Problem.TooSlow() -> "the body came too slowly";
            case Problem.TooBig(long limit, String unit) -> "the request is too big: at most " + limit + " " + unit;
            case Problem.MethodNotAllowed(var allowed) -> "this method takes " + String.join(" or ", allowed);
            case Problem.NotBuilt() -> "this method is not built yet";
            case Problem.Overloaded(Duration retryAfter) -> "server is over capacity";
            case Problem.Unavailable unavailable -> unavailable.reason();
            case Problem.HeaderTooLarge _, Problem.UnknownBodyEncoding _, Problem.Misdirected _, Problem.Internal _ ->
                ErrorResponse.message(problem);
            case Problem.OutcomeUnknown _ -> "the outcome is not known; repeat the request";
        };
    }

    /// `account_create` is "create account" (`docs/spec/v1/conventions.md#api-keys`).
    private static String permissionName(String key) {
        return key.equals("account_create") ? "create account" : key;
    }
}
