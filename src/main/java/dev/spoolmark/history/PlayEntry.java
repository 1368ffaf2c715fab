package dev.spoolmark.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored play, which the user can change or delete.
///
/// @param id unique among all plays
/// @param watchedAt null if unknown
public record PlayEntry(long id, Watchable item, @Nullable Instant watchedAt, PlayAction action) {}
