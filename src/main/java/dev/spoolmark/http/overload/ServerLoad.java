package dev.spoolmark.http.overload;

/// How full the house is.
///
/// @param active requests that are worked on
/// @param queued requests that wait for a turn
public record ServerLoad(int active, int queued) {}
