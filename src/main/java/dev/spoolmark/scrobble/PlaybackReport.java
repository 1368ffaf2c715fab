package dev.spoolmark.scrobble;

import dev.spoolmark.account.AppId;
import dev.spoolmark.history.Watchable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a player says of the thing it plays.
///
/// @param length of the file as the player knows it, null when it says nothing sensible
/// @param known how long the catalogue says that it runs, null when it does not know
/// @param progress how much was watched, in 1/100 %
/// @param app the player, null while the store does not know that program
public record PlaybackReport(
        Watchable item,
        @Nullable Duration length,
        @Nullable Duration known,
        int progress,
        @Nullable AppId app) {

    /// Everything, in 1/100 %.
    public static final int WHOLE = 10_000;

    public PlaybackReport {
        progress = Math.clamp(progress, 0, WHOLE);
    }
}
