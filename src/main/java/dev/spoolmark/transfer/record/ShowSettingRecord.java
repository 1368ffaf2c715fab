package dev.spoolmark.transfer.record;

import dev.spoolmark.showsetting.NextRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the user has chosen for a show.
///
/// @param pinnedAt null if it is not pinned
/// @param rule how its next episode is chosen
public record ShowSettingRecord(
        RecordSource source, ImportedItem item, @Nullable Instant pinnedAt, NextRule rule) implements ItemRecord {}
