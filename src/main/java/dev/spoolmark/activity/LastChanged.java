package dev.spoolmark.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One person's stamps, by area (`movie.rating`, `episode.seen`, …). An area that never changed has none.
public record LastChanged(Map<String, Instant> byArea) {

    public static final LastChanged NONE = new LastChanged(Map.of());

    public LastChanged {
        byArea = Map.copyOf(byArea);
    }

    /// The newest of these areas.
    public Optional<Instant> newest(Stream<String> areas) {
        return areas.map(byArea::get).flatMap(Stream::ofNullable).max(Instant::compareTo);
    }

    /// The newest of all.
    public Optional<Instant> newest() {
        return byArea.values().stream().max(Instant::compareTo);
    }
}
