package dev.spoolmark.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The times of the last changes of one user. An area that never changed is absent.
public record LastChanged(Map<ActivityArea, Instant> byArea) {

    public static final LastChanged NONE = new LastChanged(Map.of());

    public LastChanged {
        byArea = Map.copyOf(byArea);
    }

    /// The newest of these areas.
    public Optional<Instant> newest(Stream<ActivityArea> areas) {
        return areas.map(byArea::get).flatMap(Stream::ofNullable).max(Instant::compareTo);
    }

    /// The newest of all areas.
    public Optional<Instant> newest() {
        return byArea.values().stream().max(Instant::compareTo);
    }
}
