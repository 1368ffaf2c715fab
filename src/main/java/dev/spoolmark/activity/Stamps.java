package dev.spoolmark.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One person's stamps, by area (`movie.rating`, `episode.seen`, …). An area that never changed has none.
public record Stamps(Map<String, Instant> byArea) {

    public static final Stamps NONE = new Stamps(Map.of());

    public Stamps {
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
