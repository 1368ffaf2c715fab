package dev.spoolmark.db;

import java.time.Duration;

/// What the store has done since it was opened, and what waits for it.
///
/// @param writes transactions that were kept
/// @param commits how often that took a sync; several writes may share one
/// @param committing how long all commits took together, their work and their syncs
/// @param waiting writes, or on PostgreSQL callers of any kind, that wait for their turn
public record DatabaseStats(long writes, long commits, Duration committing, int waiting) {}
