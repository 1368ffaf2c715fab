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
}
