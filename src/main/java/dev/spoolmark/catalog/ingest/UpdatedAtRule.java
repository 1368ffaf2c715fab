package dev.spoolmark.catalog.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an item last changed: the time of the source if it is later than the stored time, otherwise now.
final class UpdatedAtRule {

    private UpdatedAtRule() {}

    static Instant of(@Nullable Instant existing, @Nullable Instant source, Instant now) {
        Instant stamp = source == null ? now : source;
        return existing == null || stamp.isAfter(existing) ? stamp : now;
    }
}
