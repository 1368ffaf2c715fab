package dev.spoolmark.artwork;

import java.io.InputStream;

/// An image as an open file, so that slow clients do not hold images in memory.
///
/// @param bytes to be closed by the receiver
/// @param length in bytes
/// @param type the media type
/// @param tag differs if the image differs; letters, digits and `-`
public record Image(InputStream bytes, long length, String type, String tag) {}
