package dev.spoolmark.artwork;

/// A picture as it is sent.
///
/// @param type its media type
/// @param tag differs when the picture does; letters, digits and `-` only
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy for each request would cost more
public record Picture(byte[] bytes, String type, String tag) {}
