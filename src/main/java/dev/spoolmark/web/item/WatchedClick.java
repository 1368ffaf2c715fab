package dev.spoolmark.web.item;

import dev.spoolmark.idempotency.IdempotencyKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A press of a button that marks items as watched.
///
/// @param at when it was pressed; null for now, unless the device had no connection then
/// @param key identifies it when it is delivered several times; null if it cannot be
record WatchedClick(@Nullable Instant at, @Nullable IdempotencyKey key) {

    Instant atOr(Instant now) {
        return at == null ? now : at;
    }
}
