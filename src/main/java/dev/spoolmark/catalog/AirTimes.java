package dev.spoolmark.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An episode as far as it matters for whether it has aired.
public interface AirTimes {

    int season();

    int number();

    /// When it airs; null when nobody knows.
    @Nullable
    Instant airsAt();

    /// Whether only clients know it, or its source no longer lists it.
    boolean provisional();
}
