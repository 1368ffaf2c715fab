package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An episode of a show.
public record Episode(
        EpisodeId id,
        ShowId show,
        int season,
        int number,
        Ids ids,
        EpisodeFacts facts,
        boolean provisional,
        Instant updatedAt) {

    /// @return the runtime; that of the show if the episode has none
    public Optional<Duration> length(Show of) {
        return Optional.ofNullable(facts.runtime())
                .or(() -> Optional.ofNullable(of.facts().runtime()))
                .map(Duration::ofMinutes);
    }

    public Episode changedAt(Instant instant) {
        return new Episode(id, show, season, number, ids, facts, provisional, instant);
    }

    /// @return this episode merged with another: its own facts, completed by those of the other
    public Episode mergedWith(Episode other, Ids merged, Instant instant) {
        Episode joined = new Episode(
                id,
                show,
                season,
                number,
                merged,
                other.facts.merge(facts),
                provisional && other.provisional,
                updatedAt);
        return joined.equals(this) ? this : joined.changedAt(instant);
    }

    /// @return this episode without what its source provided; it stays for the users who have data about it, and
    ///     never aired
    public Episode withdrawn() {
        return new Episode(id, show, season, number, ids, facts.without(EpisodeFacts.AIRING), true, updatedAt);
    }

    /// @return what remains of this episode after a merge into another
    public Episode stub() {
        return new Episode(id, show, season, number, Ids.NONE, facts, true, updatedAt);
    }
}
