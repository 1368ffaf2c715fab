package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.CellValues;
import tools.jackson.databind.JsonNode;

/// The episodes below a show, by season.
final class TraktSeasons {

    private TraktSeasons() {}

    /// Receives an episode.
    @FunctionalInterface
    interface EpisodeConsumer {

        void accept(int season, int number, JsonNode episode);
    }

    /// Passes the episodes that have numbers.
    static void forEach(JsonNode show, EpisodeConsumer consumer) {
        for (JsonNode season : show.path("seasons")) {
            Integer seasonNumber = CellValues.count(text(season, "number"));
            for (JsonNode episode : season.path("episodes")) {
                Integer number = CellValues.count(text(episode, "number"));
                if (seasonNumber != null && number != null) {
                    consumer.accept(seasonNumber, number, episode);
                }
            }
        }
    }
}
