package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.FactMerge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A show. It is provisional while it is known only from clients (`docs/domain.md#unknown-titles`).
public record Show(
        ShowId id,
        Ids ids,
        String slug,
        String title,
        @Nullable Integer year,
        ShowFacts facts,
        boolean provisional,
        Instant updatedAt)
        implements Title {

    public Show changedAt(Instant instant) {
        return new Show(id, ids, slug, title, year, facts, provisional, instant);
    }

    /// @return this show with an id or year that a client added
    public Show withIdsAndYear(Ids newIds, @Nullable Integer ofYear, Instant instant) {
        return new Show(id, newIds, slug, title, ofYear, facts, provisional, instant);
    }

    /// @return this show merged with another: its own facts, completed by those of the other
    public Show mergedWith(Show other, Ids merged, Instant instant) {
        boolean hasOwnTitle = !hasTitleFromId() || other.hasTitleFromId();
        Show joined = new Show(
                id,
                merged,
                slug,
                hasOwnTitle ? title : other.title,
                FactMerge.newer(other.year, year),
                other.facts.merge(facts),
                provisional && other.provisional,
                updatedAt);
        return joined.equals(this) ? this : joined.changedAt(instant);
    }

    /// @return what remains of this show after a merge into another
    public Show stub() {
        return new Show(id, Ids.NONE, slug, title, year, ShowFacts.NONE, true, updatedAt);
    }
}
