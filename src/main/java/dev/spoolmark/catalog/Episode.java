package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;

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

    Episode changedAt(Instant instant) {
        return new Episode(id, show, season, number, ids, facts, provisional, instant);
    }

    /// What it is when the other turns out to be the same: its own facts, and those it lacked.
    Episode joinedBy(Episode other, Ids united, Instant instant) {
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

    /// What is left of it when it turned out to be another.
    Episode left() {
        return new Episode(id, show, season, number, Ids.NONE, facts, true, updatedAt);
    }
}
