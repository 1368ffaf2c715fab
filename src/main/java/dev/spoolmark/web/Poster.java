package dev.spoolmark.web;

import dev.spoolmark.core.Sha256;
import org.jspecify.annotations.Nullable;

/// The picture of a movie or show in pages. Without one the title is set in type on a coloured ground, so that a
/// wall of posters has no gaps.
///
/// @param year shown below the title, or null
/// @param address of the picture, or null
public record Poster(
        String title, @Nullable Integer year, @Nullable String address) {

    /// Number of the colours in the style sheet.
    private static final int TINTS = 12;

    private static final int HEX = 16;

    /// The class of the ground. The same title always has the same colour.
    public String tint() {
        return "tint-" + Integer.parseUnsignedInt(Sha256.hex(title), 0, 4, HEX) % TINTS;
    }
}
