package dev.spoolmark.account.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The secret of an authenticator app, which is shown once. It is in use after [SecondFactors#confirm].
///
/// @param secret 32 characters in base 32, to be typed
/// @param uri an `otpauth` URI with the same secret, for a QR code
public record TotpEnrolment(String secret, String uri) {

    /// @param issuer the name of the server, which the app shows beside the name of the user
    static TotpEnrolment of(String secret, String issuer, String user) {
        String label = encode(issuer) + ":" + encode(user);
        return new TotpEnrolment(
                secret,
                "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + encode(issuer)
                        + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP.toSeconds());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "***";
    }
}
