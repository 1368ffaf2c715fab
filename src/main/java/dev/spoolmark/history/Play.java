package dev.spoolmark.history;

import java.time.Instant;

/// That somebody watched something, once.
///
/// @param id unique among everybody's plays
public record Play(long id, Watchable item, Instant watchedAt, PlayAction action) {}
