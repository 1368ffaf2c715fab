package dev.spoolmark.api.oauth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.ErrorResponse;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.oauth.IssuedTokens;
import dev.spoolmark.oauth.OAuthException;

/// Renders tokens and errors (RFC 6749, 5.1 and 5.2).
final class OAuthResponses {

    private OAuthResponses() {}

    /// A token object. Clients need all six members.
    record TokenObject(
            String access_token,
            String token_type,
            long expires_in,
            String refresh_token,
            String scope,
            long created_at) {

        @Override
        public String toString() {
            return "TokenObject";
        }
    }

    record ErrorObject(String error, String error_description) {}

    static Response json(Object value) {
        return Response.of(200, Json.CONTENT_TYPE, Json.bytes(value));
    }

    static Response of(IssuedTokens tokens) {
        return json(new TokenObject(
                tokens.accessToken().revealText(),
                "bearer",
                tokens.lifetime().toSeconds(),
                tokens.refreshToken().revealText(),
                "public",
                tokens.createdAt().getEpochSecond()));
    }

    /// A challenge is sent only to a client that used the `Authorization` field: browsers open a dialog on it.
    static Response of(OAuthException e, RequestHead request) {
        return switch (e.error()) {
            case SLOW_DOWN -> Response.empty(429).with("Retry-After", Response.retryAfterSeconds(e.retryAfter()));
            case INVALID_CLIENT -> {
                Response response = error(401, e.error().code(), e.description());
                yield request.header("Authorization").isPresent()
                        ? response.with("WWW-Authenticate", "Basic realm=\"OAuth\"")
                        : response;
            }
            default -> error(400, e.error().code(), e.description());
        };
    }

    static Response of(Problem problem) {
        Response response = switch (problem) {
            case Problem.MethodNotAllowed _ -> Response.empty(405);
            case Problem.TooMany _ -> error(400, "invalid_grant", ErrorResponse.message(problem));
            default -> {
                int status = ErrorResponse.status(problem);
                String code = status >= 500 ? "temporarily_unavailable" : "invalid_request";
                yield error(status, code, ErrorResponse.message(problem));
            }
        };
        return ErrorResponse.withFields(problem, response);
    }

    private static Response error(int status, String code, String description) {
        return Response.of(status, Json.CONTENT_TYPE, Json.bytes(new ErrorObject(code, description)));
    }
}
