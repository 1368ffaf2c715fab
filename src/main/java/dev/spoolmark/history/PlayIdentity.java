package dev.spoolmark.history;

import java.time.Instant;

/// What distinguishes a play of an export of this server from others of the same item at the same time.
///
/// @param recordedAt when it was stored first
/// @param number how many plays that are equal in everything precede it in the export
public record PlayIdentity(Instant recordedAt, int number) {}
