package dev.spoolmark.db;

import java.time.Duration;

/// Statistics since the database was opened.
///
/// @param writes committed transactions
/// @param commits number of commits; several writes may share one
/// @param committing total time of all commits, including their statements and syncs
/// @param waiting waiting writes, or on PostgreSQL all waiting threads
public record DatabaseStats(long writes, long commits, Duration committing, int waiting) {}
