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

    Episode changedAt(Instant instant) {
        return new Episode(id, show, season, number, ids, facts, provisional, instant);
    }
}
