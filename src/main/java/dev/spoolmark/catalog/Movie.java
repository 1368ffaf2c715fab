package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A movie. Provisional while only what a client sent is known about it (`domain.md`, "Unknown titles").
public record Movie(
        MovieId id,
        Ids ids,
        String slug,
        String title,
        @Nullable Integer year,
        MovieFacts facts,
        boolean provisional,
        Instant updatedAt) {

    /// How long it runs, if anybody knows.
    public Optional<Duration> length() {
        return Optional.ofNullable(facts.runtime()).map(Duration::ofMinutes);
    }

    Movie changedAt(Instant instant) {
        return new Movie(id, ids, slug, title, year, facts, provisional, instant);
    }
}
