package dev.spoolmark.history;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The plays that a page of the history shows. Plays of unknown time are left out where the time is limited.
///
/// @param kind movies or episodes; null for both
/// @param show only its episodes; null for all
/// @param from the earliest time; null without a limit
/// @param until the time after the latest; null without a limit
/// @param action how they were reported; null for all
/// @param item only this movie or episode, or the episodes of this show or season; null for all
public record PlayFilter(
        @Nullable Kind kind,
        @Nullable ShowId show,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable PlayAction action,
        @Nullable MediaId item) {

    /// Without an item.
    public PlayFilter(
            @Nullable Kind kind,
            @Nullable ShowId show,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable PlayAction action) {
        this(kind, show, from, until, action, null);
    }

    public static final PlayFilter NONE = new PlayFilter(null, null, null, null, null);

    boolean hasPeriod() {
        return from != null || until != null;
    }
}
