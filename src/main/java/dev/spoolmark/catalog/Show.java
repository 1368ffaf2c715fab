package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A show. Provisional while only what a client sent is known about it (`domain.md`, "Unknown titles").
public record Show(
        ShowId id,
        Ids ids,
        String slug,
        String title,
        @Nullable Integer year,
        ShowFacts facts,
        boolean provisional,
        Instant updatedAt) {

    Show changedAt(Instant instant) {
        return new Show(id, ids, slug, title, year, facts, provisional, instant);
    }
}
