package dev.spoolmark.api.oauth;

import dev.spoolmark.core.Secret;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.http.body.RequestBodyReader;
import dev.spoolmark.oauth.OAuthError;
import dev.spoolmark.oauth.OAuthException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of a request, from a JSON or form body. An empty parameter counts as missing: goplaxt sends
/// `code` and `refresh_token` both, one of them empty.
final class OAuthRequest {

    private static final List<String> TYPES = List.of("application/json", "application/x-www-form-urlencoded");

    private final Body body;

    private OAuthRequest(Body body) {
        this.body = body;
    }

    /// The body as it is sent.
    record Body(
            @Nullable LenientValue grant_type,
            @Nullable LenientValue client_id,
            @Nullable LenientValue client_secret,
            @Nullable LenientValue code,
            @Nullable LenientValue redirect_uri,
            @Nullable LenientValue code_verifier,
            @Nullable LenientValue refresh_token,
            @Nullable LenientValue token) {

        @Override
        public String toString() {
            return "Body";
        }
    }

    static OAuthRequest read(ServerRequest request) {
        try (ReceivedBody sent = request.body(HttpLimits.BODY_IN_MEMORY_BYTES, LargeBodyListener.ACCEPT)) {
            return new OAuthRequest(
                    RequestBodyReader.check(sent, Body.class).build().value());
        }
    }

    /// Whether the body is labelled as JSON or as a form, or not at all.
    static boolean isOfKnownType(ServerRequest request) {
        return request
                .header("Content-Type")
                .map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty())
                .stream()
                .allMatch(TYPES::contains);
    }

    String grantType() {
        return text(body.grant_type()).orElseThrow(() -> missing("grant_type"));
    }

    Optional<String> clientId() {
        return text(body.client_id());
    }

    Optional<Secret> clientSecret() {
        return secret(body.client_secret());
    }

    Optional<Secret> code() {
        return secret(body.code());
    }

    Secret requiredCode() {
        return code().orElseThrow(() -> missing("code"));
    }

    Optional<String> redirectUri() {
        return text(body.redirect_uri());
    }

    Optional<Secret> codeVerifier() {
        return secret(body.code_verifier());
    }

    Secret refreshToken() {
        return secret(body.refresh_token()).orElseThrow(() -> missing("refresh_token"));
    }

    Secret token() {
        return secret(body.token()).orElseThrow(() -> missing("token"));
    }

    static OAuthException missing(String parameter) {
        return new OAuthException(OAuthError.INVALID_REQUEST, parameter + " is required");
    }

    private static Optional<Secret> secret(@Nullable LenientValue value) {
        return text(value).map(Secret::ofText);
    }

    private static Optional<String> text(@Nullable LenientValue value) {
        return Optional.ofNullable(value).flatMap(LenientValue::nonBlank);
    }
}
