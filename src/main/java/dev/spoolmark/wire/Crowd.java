package dev.spoolmark.wire;

/// How full the house is.
///
/// @param working requests that are worked on
/// @param waiting requests that wait for a turn
public record Crowd(int working, int waiting) {}
