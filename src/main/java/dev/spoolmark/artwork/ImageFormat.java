package dev.spoolmark.artwork;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The accepted image formats, detected by their first bytes and never by a label. SVG, which can contain
/// scripts, is not accepted (`docs/security.md#input-limits`).
enum ImageFormat {
    JPEG("image/jpeg", 0, "\u00FF\u00D8\u00FF"),
    PNG("image/png", 0, "\u0089PNG\r\n"),
    WEBP("image/webp", 8, "WEBP");

    /// The number of bytes that identify a format.
    static final int SIGN_BYTES = 16;

    private final String type;
    private final int offset;
    private final String sign;

    ImageFormat(String type, int offset, String sign) {
        this.type = type;
        this.offset = offset;
        this.sign = sign;
    }

    String type() {
        return type;
    }

    static Optional<ImageFormat> of(byte[] image) {
        return Arrays.stream(values()).filter(format -> format.isOf(image)).findFirst();
    }

    private boolean isOf(byte[] image) {
        int end = offset + sign.length();
        return image.length >= end
                && new String(image, offset, sign.length(), StandardCharsets.ISO_8859_1).equals(sign);
    }
}
