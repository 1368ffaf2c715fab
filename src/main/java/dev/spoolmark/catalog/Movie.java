package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.ingest.FactMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A movie. Provisional while only what a client sent is known about it (`docs/domain.md#unknown-titles`).
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

    /// How long it runs, if anybody knows.
    public Optional<Duration> length() {
        return Optional.ofNullable(facts.runtime()).map(Duration::ofMinutes);
    }

    public Movie changedAt(Instant instant) {
        return new Movie(id, ids, slug, title, year, facts, provisional, instant);
    }

    /// With an id or a year that a client knows besides.
    public Movie named(Ids known, @Nullable Integer ofYear, Instant instant) {
        return new Movie(id, known, slug, title, ofYear, facts, provisional, instant);
    }

    /// What it is when the other turns out to be the same: its own facts, and those it lacked.
    public Movie joinedBy(Movie other, Ids united, Instant instant) {
        boolean named = !isNameless() || other.isNameless();
        Movie joined = new Movie(
                id,
                united,
                slug,
                named ? title : other.title,
                FactMerge.newer(other.year, year),
                other.facts.merge(facts),
                provisional && other.provisional,
                updatedAt);
        return joined.equals(this) ? this : joined.changedAt(instant);
    }

    /// What is left of it when it turned out to be another.
    public Movie left() {
        return new Movie(id, Ids.NONE, slug, title, year, MovieFacts.NONE, true, updatedAt);
    }
}
