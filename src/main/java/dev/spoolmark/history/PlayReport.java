package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.catalog.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finished viewing that was reported. [PlayRecorder] decides whether it is a new play.
///
/// @param watchedAt the time the play will have
/// @param ended when the viewing ended; from then on a second one may begin
/// @param runtime of the item, null if unknown
/// @param app the reporting application, null if it is not stored
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

    /// Until then, another report of the same item belongs to this viewing
    /// (`docs/scaling.md#exactly-once-plays`).
    Instant openUntil() {
        return ended.plus(window(item.kind(), runtime));
    }

    /// The time after a viewing in which the same item cannot have been watched again.
    static Duration window(Kind kind, @Nullable Duration runtime) {
        if (runtime == null) {
            return kind == Kind.MOVIE ? OF_ANY_MOVIE : OF_ANY_EPISODE;
        }
        Duration limit = runtime.multipliedBy(4).dividedBy(5);
        return limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }
}
