package dev.spoolmark.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an item last changed: as the source says, but never earlier than what was told before.
final class Stamp {

    private Stamp() {}

    static Instant of(@Nullable Instant standing, @Nullable Instant source, Instant now) {
        Instant stamp = source == null ? now : source;
        return standing == null || stamp.isAfter(standing) ? stamp : now;
    }
}
