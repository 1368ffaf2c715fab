package dev.spoolmark.http.overload;

/// The load of the server.
///
/// @param active requests that are worked on
/// @param queued requests that wait for a permit
public record ServerLoad(int active, int queued) {}
