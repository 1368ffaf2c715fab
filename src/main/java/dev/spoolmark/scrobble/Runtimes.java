package dev.spoolmark.scrobble;

import dev.spoolmark.catalog.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long things run: as the player says, else as the catalogue knows, else as usual
/// (`docs/spec/v1/conventions.md#watching-scrobbles-and-check-ins`).
final class Runtimes {

    private static final Duration USUAL_MOVIE = Duration.ofHours(2);
    private static final Duration USUAL_EPISODE = Duration.ofMinutes(45);

    private Runtimes() {}

    /// How long it will take.
    static Duration expected(PlaybackReport playback) {
        return Optional.ofNullable(playback.length())
                .or(() -> Optional.ofNullable(playback.known()))
                .orElse(playback.item().kind() == Kind.MOVIE ? USUAL_MOVIE : USUAL_EPISODE);
    }

    /// The least that a viewing takes: a 22-minute file of a 30-minute slot can be seen twice. Null when nobody
    /// knows.
    @Nullable
    static Duration shortest(PlaybackReport playback) {
        return Stream.of(Optional.ofNullable(playback.length()), Optional.ofNullable(playback.known()))
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .orElse(null);
    }
}
