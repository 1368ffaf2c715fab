package dev.spoolmark.history;

import java.time.Instant;

/// One viewing of an item by a user.
///
/// @param id unique among all plays
public record Play(long id, Watchable item, Instant watchedAt, PlayAction action) {}
