package dev.spoolmark.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A movie or show.
public sealed interface Title permits Movie, Show {

    MediaId id();

    Ids ids();

    String slug();

    String title();

    @Nullable
    Integer year();

    boolean provisional();

    Instant updatedAt();

    /// @return whether the title only stands for an id, because no client or source has given one
    default boolean hasTitleFromId() {
        return TitleFromId.isFromId(id().kind(), title(), ids());
    }
}
