package dev.spoolmark.openid;

import dev.spoolmark.openid.OpenIdException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A token in the compact form of RFC 7515. Nothing in it is verified before [#verifiedBy].
/// Only the algorithm and the key id may be used before, to select the key.
final class SignedToken {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+");
    private static final int LONGEST = 64 * 1024;

    private final JwsAlgorithm algorithm;
    private final String keyId;
    private final byte[] input;
    private final byte[] signature;
    private final JsonNode claims;

    private SignedToken(JwsAlgorithm algorithm, String keyId, byte[] input, byte[] signature, JsonNode claims) {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.input = input;
        this.signature = signature;
        this.claims = claims;
    }

    /// @throws OpenIdException if it has another form or algorithm, or an extension that must be understood
    static SignedToken parse(String token) {
        if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
            throw OpenIdException.rejected("the ID token is no signed token");
        }
        String[] parts = token.split("[.]", -1);
        JsonNode header = StrictJson.object(decode(parts[0]), "the header of the ID token", Reason.REJECTED);
        JwsAlgorithm algorithm = StrictJson.text(header, "alg")
                .flatMap(JwsAlgorithm::of)
                .orElseThrow(() -> OpenIdException.rejected(
                        "the ID token is not signed with RS256 or ES256: set this at the provider"));
        if (header.has("crit")) {
            throw OpenIdException.rejected("the ID token has an extension that is not supported");
        }
        return new SignedToken(
                algorithm,
                StrictJson.text(header, "kid").orElse(""),
                (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                decode(parts[2]),
                StrictJson.object(decode(parts[1]), "the content of the ID token", Reason.REJECTED));
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw OpenIdException.rejected("the ID token is no signed token");
        }
    }

    JwsAlgorithm algorithm() {
        return algorithm;
    }

    /// `kid`, empty if there is none.
    String keyId() {
        return keyId;
    }

    /// The claims.
    ///
    /// @throws OpenIdException if this key did not sign the token
    JsonNode verifiedBy(SignatureKey key) {
        if (key.algorithm() != algorithm || !key.verifies(input, signature)) {
            throw OpenIdException.rejected("the signature of the ID token is wrong");
        }
        return claims;
    }
}
