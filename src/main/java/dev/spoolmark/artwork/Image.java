package dev.spoolmark.artwork;

import java.io.InputStream;

/// A picture as it is sent: an open file, since many who read slowly would otherwise hold as many pictures in
/// memory.
///
/// @param bytes to be closed by who takes it
/// @param length in bytes
/// @param type its media type
/// @param tag differs when the picture does; letters, digits and `-` only
public record Image(InputStream bytes, long length, String type, String tag) {}
