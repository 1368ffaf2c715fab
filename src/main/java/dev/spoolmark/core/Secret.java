package dev.spoolmark.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Bytes that must never appear in a log, an error message or a response (`docs/security.md#sec-l3`).
///
/// Its text is `***`; it is compared in constant time and cannot be serialised as JSON.
public final class Secret {

    private static final int SHA1_HEX = 40;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /// The UTF-8 bytes of a token, code or key.
    public static Secret ofText(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The 20 bytes of 40 hexadecimal digits in either case; empty for any other text
    /// (`docs/security.md#sec-c2`).
    public static Optional<Secret> ofSha1Hex(String hex) {
        if (hex.length() != SHA1_HEX || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(new Secret(HexFormat.of().parseHex(hex)));
    }

    /// The SHA-1 of a plain password. All later steps use only this.
    public static Secret sha1Of(String plain) {
        return new Secret(sha1().digest(plain.getBytes(StandardCharsets.UTF_8)));
    }

    /// A copy of the bytes, for cryptographic operations.
    public byte[] reveal() {
        return bytes.clone();
    }

    /// The text of [#ofText], to be sent or shown to its owner.
    public String revealText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "***";
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
