package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.catalog.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A viewing that somebody reports as finished. Whether it is a play of its own is decided by [PlayRecorder].
///
/// @param watchedAt the time the play will have
/// @param ended when the viewing ended; from then on a second one may begin
/// @param runtime how long the thing runs, null when nobody knows
/// @param app the program that reports it, null while the store does not know that program
/// @param progress how much was watched, in 1/100 %
public record PlayReport(
        Watchable item,
        PlayAction action,
        Instant watchedAt,
        Instant ended,
        @Nullable Duration runtime,
        @Nullable AppId app,
        int progress) {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration OF_ANY_MOVIE = Duration.ofMinutes(30);
    private static final Duration OF_ANY_EPISODE = Duration.ofMinutes(15);

    /// Until then another report of the same thing means this viewing (`docs/scaling.md#exactly-once-plays`).
    Instant openUntil() {
        return ended.plus(window(item.kind(), runtime));
    }

    /// How long after a viewing another one of the same thing cannot be.
    static Duration window(Kind kind, @Nullable Duration runtime) {
        if (runtime == null) {
            return kind == Kind.MOVIE ? OF_ANY_MOVIE : OF_ANY_EPISODE;
        }
        Duration most = runtime.multipliedBy(4).dividedBy(5);
        return most.compareTo(SHORTEST) < 0 ? SHORTEST : most.compareTo(LONGEST) > 0 ? LONGEST : most;
    }
}
