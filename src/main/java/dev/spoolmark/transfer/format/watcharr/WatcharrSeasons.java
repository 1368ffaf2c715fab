package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Seasons and episodes of a show. A show or season that is finished, while none of its episodes is, does not say
/// which episodes there were: Watcharr does not mark them.
final class WatcharrSeasons {

    private static final double HIGHEST = 10;
    private static final String FINISHED = "FINISHED";
    private static final String CREATED_AT = "createdAt";

    private final RecordSink sink;
    private final RecordSource source;
    private final WatcharrPlays plays;
    private final Set<Integer> withEpisodes = new HashSet<>();

    WatcharrSeasons(RecordSink sink, RecordSource source, WatcharrActivities activities) {
        this.sink = sink;
        this.source = source;
        this.plays = new WatcharrPlays(sink, source, activities);
    }

    void read(JsonNode row, ImportedItem show) {
        row.path("watchedEpisodes").forEach(episode -> episode(episode, show));
        JsonNode seasons = row.path("watchedSeasons");
        seasons.forEach(season -> season(season, show));
        if (text(row, "status").equals(FINISHED) && withEpisodes.isEmpty() && seasons.isEmpty()) {
            sink.skip(source, SkipReason.NEEDS_EPISODES, String.valueOf(show.title()));
        }
    }

    private void episode(JsonNode row, ImportedItem show) {
        Integer season = CellValues.count(text(row, "seasonNumber"));
        Integer number = CellValues.count(text(row, "episodeNumber"));
        if (season == null || number == null) {
            sink.skip(source, SkipReason.NO_ITEM, show.title() + ": " + row);
            return;
        }
        ImportedItem episode = show.episode(season, number, Ids.NONE);
        String status = text(row, "status");
        if (isDeleted(row)) {
            sink.skip(source, SkipReason.NOT_CHOSEN, "deleted: " + show.title() + " " + season + "x" + number);
            return;
        }
        if (status.equals(FINISHED)) {
            withEpisodes.add(season);
            plays.episode(row, episode, season, number);
        } else if (!status.isEmpty()) {
            sink.skip(source, SkipReason.NOT_WATCHED, show.title() + " " + season + "x" + number);
        }
        RatingCells.write(sink, source, episode, text(row, "rating"), HIGHEST, WatcharrReader.at(row, CREATED_AT));
    }

    private void season(JsonNode row, ImportedItem show) {
        Integer number = CellValues.count(text(row, "seasonNumber"));
        if (number == null) {
            sink.skip(source, SkipReason.NO_ITEM, show.title() + ": " + row);
            return;
        }
        if (isDeleted(row)) {
            sink.skip(source, SkipReason.NOT_CHOSEN, "deleted: " + show.title() + " " + number);
            return;
        }
        ImportedItem season = show.season(number, Ids.NONE);
        switch (text(row, "status")) {
            case FINISHED -> {
                if (!withEpisodes.contains(number)) {
                    sink.skip(source, SkipReason.NEEDS_EPISODES, show.title() + ": " + number);
                }
            }
            case "PLANNED" ->
                sink.accept(new WatchlistRecord(source, season, null, WatcharrReader.at(row, CREATED_AT), null));
            case "HOLD", "DROPPED" -> sink.accept(new HiddenRecord(source, season, HiddenSection.PROGRESS, null));
            default -> {
                // Its episodes say what was watched.
            }
        }
        RatingCells.write(sink, source, season, text(row, "rating"), HIGHEST, WatcharrReader.at(row, CREATED_AT));
    }

    private static boolean isDeleted(JsonNode row) {
        return !text(row, "deletedAt").isEmpty();
    }
}
