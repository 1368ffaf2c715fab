package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// A movie or a show: what both have.
public sealed interface Title permits Movie, Show {

    MediaId id();

    Ids ids();

    String slug();

    String title();

    @Nullable
    Integer year();

    boolean provisional();

    /// Whether nobody has told its title yet.
    default boolean isNameless() {
        return PlaceholderTitle.isOne(id().kind(), title(), ids());
    }
}
