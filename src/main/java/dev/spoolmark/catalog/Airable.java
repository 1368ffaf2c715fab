package dev.spoolmark.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What decides whether an episode has aired.
public interface Airable {

    int season();

    int number();

    /// @return null if unknown
    @Nullable
    Instant airsAt();

    /// @return whether only clients know the episode, or its source no longer lists it
    boolean provisional();
}
