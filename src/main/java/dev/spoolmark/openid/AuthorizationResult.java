package dev.spoolmark.openid;

import java.util.Optional;

/// The parameters with which the provider sends the browser back; of any form.
///
/// @param issuer `iss` (RFC 9207)
public record AuthorizationResult(
        Optional<String> state, Optional<String> code, Optional<String> error, Optional<String> issuer) {

    @Override
    public String toString() {
        return "AuthorizationResult[***]";
    }
}
