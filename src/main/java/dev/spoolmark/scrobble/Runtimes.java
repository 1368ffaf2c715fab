package dev.spoolmark.scrobble;

import dev.spoolmark.catalog.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The runtime of an item: as the player reports it, else from the catalog, else a default
/// (`docs/spec/v1/conventions.md#watching-scrobbles-and-check-ins`).
final class Runtimes {

    private static final Duration DEFAULT_MOVIE = Duration.ofHours(2);
    private static final Duration DEFAULT_EPISODE = Duration.ofMinutes(45);

    private Runtimes() {}

    /// The expected runtime.
    static Duration expected(PlaybackReport playback) {
        return Optional.ofNullable(playback.length())
                .or(() -> Optional.ofNullable(playback.known()))
                .orElse(playback.item().kind() == Kind.MOVIE ? DEFAULT_MOVIE : DEFAULT_EPISODE);
    }

    /// The shortest time of a viewing: a 22-minute file of a 30-minute slot can be watched twice. Null if
    /// unknown.
    @Nullable
    static Duration shortest(PlaybackReport playback) {
        return Stream.of(Optional.ofNullable(playback.length()), Optional.ofNullable(playback.known()))
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .orElse(null);
    }
}
