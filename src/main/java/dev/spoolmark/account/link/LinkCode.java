package dev.spoolmark.account.link;

import dev.spoolmark.core.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret part of a one-time link: 256 random bits, as 43 characters of base64url (RFC 4648).
///
/// Its text is `***`. Only the SHA-256 is stored, by which a link is found.
public final class LinkCode {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private LinkCode(String text) {
        this.text = text;
    }

    static LinkCode next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Empty for text that cannot be a code.
    public static Optional<LinkCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LinkCode(text)) : Optional.empty();
    }

    /// The code in clear, for the link.
    public String reveal() {
        return text;
    }

    String hash() {
        return Sha256.hex(text);
    }

    @Override
    public String toString() {
        return "***";
    }
}
