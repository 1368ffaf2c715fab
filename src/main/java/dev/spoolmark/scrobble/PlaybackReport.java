package dev.spoolmark.scrobble;

import dev.spoolmark.account.AppId;
import dev.spoolmark.history.Watchable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A report of a player about the item that it plays.
///
/// @param length of the file, null if the player does not report a plausible one
/// @param known the runtime in the catalog, null if unknown
/// @param progress how much was watched, in 1/100 %
/// @param app the player, null if it is not stored
public record PlaybackReport(
        Watchable item,
        @Nullable Duration length,
        @Nullable Duration known,
        int progress,
        @Nullable AppId app) {

    /// The end of the item.
    public static final int MAX_PERCENT = 10_000;

    public PlaybackReport {
        progress = Math.clamp(progress, 0, MAX_PERCENT);
    }
}
