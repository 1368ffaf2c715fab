package dev.spoolmark.history;

import java.time.Instant;

/// The time in which further reports of an item belong to the viewing that is stored
/// (`docs/scaling.md#exactly-once-plays`).
public record DedupWindow(Instant playedAt, Instant endsAt) {}
