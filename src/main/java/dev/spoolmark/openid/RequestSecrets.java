package dev.spoolmark.openid;

import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Nonce and code verifier of an authorization request. Both are derived from the state and a secret that only the
/// browser has, so that the server need not store them and no other browser can complete the request.
record RequestSecrets(String state, Secret browser) {

    private static final String MAC = "HmacSHA256";

    String nonce() {
        return derive("nonce:");
    }

    /// The PKCE verifier (RFC 7636): 43 characters.
    String verifier() {
        return derive("verifier:");
    }

    /// The PKCE challenge for S256.
    String challenge() {
        return base64Url(Sha256.newDigest().digest(verifier().getBytes(StandardCharsets.US_ASCII)));
    }

    String stateHash() {
        return Sha256.hex(state);
    }

    String browserHash() {
        return Sha256.hex(browser.revealText());
    }

    private String derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(browser.reveal(), MAC));
            return base64Url(mac.doFinal((purpose + state).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has " + MAC, impossible);
        }
    }

    private static String base64Url(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /// The state contains no secret of the browser but would let others guess at open requests.
    @Override
    public String toString() {
        return "RequestSecrets[***]";
    }
}
