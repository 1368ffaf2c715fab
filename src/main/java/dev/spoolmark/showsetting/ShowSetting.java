package dev.spoolmark.showsetting;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a user has chosen for a show.
///
/// @param item the show
/// @param pinnedAt null if it is not pinned
public record ShowSetting(MediaId item, @Nullable Instant pinnedAt, NextRule rule) {}
