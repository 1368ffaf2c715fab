package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An episode of a show, told from its neighbours by season and number.
public record Episode(
        EpisodeId id,
        ShowId show,
        int season,
        int number,
        Ids ids,
        EpisodeFacts facts,
        boolean provisional,
        Instant updatedAt) {

    /// How long it runs, if anybody knows: as long as the others of its show when nothing else is said of it.
    public Optional<Duration> length(Show of) {
        return Optional.ofNullable(facts.runtime())
                .or(() -> Optional.ofNullable(of.facts().runtime()))
                .map(Duration::ofMinutes);
    }

    public Episode changedAt(Instant instant) {
        return new Episode(id, show, season, number, ids, facts, provisional, instant);
    }

    /// What it is when the other turns out to be the same: its own facts, and those it lacked.
    public Episode joinedBy(Episode other, Ids united, Instant instant) {
        Episode joined = new Episode(
                id,
                show,
                season,
                number,
                united,
                other.facts.merge(facts),
                provisional && other.provisional,
                updatedAt);
        return joined.equals(this) ? this : joined.changedAt(instant);
    }

    /// What it is when its source no longer lists it: theirs who have something on it, and never aired.
    public Episode withdrawn() {
        return new Episode(id, show, season, number, ids, facts.without(EpisodeFacts.AIRING), true, updatedAt);
    }

    /// What is left of it when it turned out to be another.
    public Episode left() {
        return new Episode(id, show, season, number, Ids.NONE, facts, true, updatedAt);
    }
}
