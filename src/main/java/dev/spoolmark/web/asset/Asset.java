package dev.spoolmark.web.asset;

/// A file of the pages.
///
/// @param hash the first ten hexadecimal digits of the SHA-256 of its content
/// @param plain the content
/// @param gzip the content, compressed
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are not changed
public record Asset(String name, String type, String hash, byte[] plain, byte[] gzip) {}
