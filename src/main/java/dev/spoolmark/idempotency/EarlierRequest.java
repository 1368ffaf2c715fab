package dev.spoolmark.idempotency;

import java.time.Instant;

/// A request that was carried out.
///
/// @param at when
/// @param result the number of items that it changed
public record EarlierRequest(Instant at, int result) {}
