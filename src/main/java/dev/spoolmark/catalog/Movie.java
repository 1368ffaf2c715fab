package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.ingest.FactMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A movie. It is provisional while it is known only from clients (`docs/domain.md#unknown-titles`).
public record Movie(
        MovieId id,
        Ids ids,
        String slug,
        String title,
        @Nullable Integer year,
        MovieFacts facts,
        boolean provisional,
        Instant updatedAt)
        implements Title {

    /// @return the runtime; empty if unknown
    public Optional<Duration> length() {
        return Optional.ofNullable(facts.runtime()).map(Duration::ofMinutes);
    }

    public Movie changedAt(Instant instant) {
        return new Movie(id, ids, slug, title, year, facts, provisional, instant);
    }

    /// @return this movie with an id or year that a client added
    public Movie withIdsAndYear(Ids newIds, @Nullable Integer ofYear, Instant instant) {
        return new Movie(id, newIds, slug, title, ofYear, facts, provisional, instant);
    }

    /// @return this movie merged with another: its own facts, completed by those of the other
    public Movie mergedWith(Movie other, Ids merged, Instant instant) {
        boolean hasOwnTitle = !hasTitleFromId() || other.hasTitleFromId();
        Movie joined = new Movie(
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

    /// @return what remains of this movie after a merge into another
    public Movie stub() {
        return new Movie(id, Ids.NONE, slug, title, year, MovieFacts.NONE, true, updatedAt);
    }
}
