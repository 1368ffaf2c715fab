package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import java.time.Instant;
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

    Movie changedAt(Instant instant) {
        return new Movie(id, ids, slug, title, year, facts, provisional, instant);
    }
}
