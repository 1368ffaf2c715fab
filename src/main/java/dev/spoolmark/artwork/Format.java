package dev.spoolmark.artwork;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of pictures that are taken, told by how they begin and never by a label. A drawing that can hold a script
/// is none of them (security design, section 5).
enum Format {
    JPEG("image/jpeg", 0, 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0, 0x89, 'P', 'N', 'G', '\r', '\n'),
    WEBP("image/webp", 8, 'W', 'E', 'B', 'P');

    private final String type;
    private final int offset;
    private final byte[] sign;

    Format(String type, int offset, int... sign) {
        this.type = type;
        this.offset = offset;
        this.sign = new byte[sign.length];
        for (int at = 0; at < sign.length; at++) {
            this.sign[at] = (byte) sign[at];
        }
    }

    String type() {
        return type;
    }

    static Optional<Format> of(byte[] picture) {
        return Arrays.stream(values()).filter(format -> format.isOf(picture)).findFirst();
    }

    private boolean isOf(byte[] picture) {
        int end = offset + sign.length;
        return picture.length >= end && Arrays.equals(picture, offset, end, sign, 0, sign.length);
    }
}
