package dev.spoolmark.transfer.format.simkl;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The document: shows with episodes, anime, movies.
final class SimklEntries {

    private final ImportFile file;
    private final RecordSink sink;
    private final SimklRecords records;

    SimklEntries(ImportFile file, RecordSink sink) {
        this.file = file;
        this.sink = sink;
        this.records = new SimklRecords(sink);
    }

    void read(String member) {
        JsonElements.forEach(file, member, "shows", (source, row) -> {
            SimklTitle title = title(row.path("show"));
            entry(source, row, title, title.show(foreignId(row.path("show"))), false);
        });
        JsonElements.forEach(file, member, "anime", this::anime);
        JsonElements.forEach(
                file,
                member,
                "movies",
                (source, row) -> movie(source, row, title(row.path("movie")).movie(foreignId(row.path("movie")))));
    }

    private void anime(RecordSource source, JsonNode row) {
        JsonNode object = row.path("show").isObject() ? row.path("show") : row.path("anime");
        SimklTitle title = title(object);
        String foreign = animeId(object);
        if (text(row, "anime_type").equals("movie")) {
            movie(source, row, title.movie(foreign));
        } else {
            entry(source, row, title, title.anime(foreign), true);
        }
    }

    private void movie(RecordSource source, JsonNode row, ImportedItem movie) {
        if (isNameless(movie)) {
            sink.skip(source, SkipReason.NO_ITEM, row.toString());
            return;
        }
        if (text(row, "status").equals("completed")) {
            records.play(source, movie, text(row, "last_watched_at"));
        }
        library(source, row, movie);
    }

    /// @param item the show, or the entry of anime
    private void entry(RecordSource source, JsonNode row, SimklTitle title, ImportedItem item, boolean isAnime) {
        if (isNameless(item) && title.ids().equals(Ids.NONE)) {
            sink.skip(source, SkipReason.NO_ITEM, row.toString());
            return;
        }
        int episodes = 0;
        for (JsonNode season : row.path("seasons")) {
            for (JsonNode episode : season.path("episodes")) {
                episodes++;
                episode(source, title, item, season, episode);
            }
        }
        if (episodes == 0) {
            sum(source, row, item, isAnime);
        }
        library(source, row, item);
    }

    private void episode(RecordSource source, SimklTitle title, ImportedItem item, JsonNode season, JsonNode episode) {
        Integer number = CellValues.count(text(episode, "number"));
        Integer seasonNumber = CellValues.count(text(season, "number"));
        JsonNode mapped = episode.path("tvdb");
        Integer mappedSeason = CellValues.count(text(mapped, "season"));
        Integer mappedNumber = CellValues.count(text(mapped, "episode"));
        String at = text(episode, "watched_at");
        if (mappedSeason != null && mappedNumber != null) {
            ImportedItem show = title.show(String.valueOf(item.foreignId()));
            records.play(source, show.episode(mappedSeason, mappedNumber, Ids.NONE), at);
        } else if (number != null && seasonNumber != null) {
            records.play(source, item.episode(seasonNumber, number, Ids.NONE), at);
        } else {
            sink.skip(source, SkipReason.NO_ITEM, item.title() + ", " + episode);
        }
    }

    /// What an entry without episodes says about them.
    private void sum(RecordSource source, JsonNode row, ImportedItem item, boolean isAnime) {
        Optional<SimklMark> mark = SimklMark.parse(text(row, "last_watched"));
        Integer watched = CellValues.count(text(row, "watched_episodes_count"));
        if (isAnime && watched != null && watched > 0) {
            records.playsUpTo(source, item, new SimklMark(1, watched), text(row, "last_watched_at"));
        } else if (mark.isPresent()) {
            records.playsUpTo(source, item, mark.get(), text(row, "last_watched_at"));
        } else if (text(row, "status").equals("completed") || (watched != null && watched > 0)) {
            records.needsEpisodes(source, String.valueOf(item.title()));
        }
    }

    private void library(RecordSource source, JsonNode row, ImportedItem item) {
        records.state(
                source,
                item,
                SimklRecords.state(text(row, "status")),
                CellValues.instant(text(row, "added_to_watchlist_at")));
        records.rating(source, item, text(row, "user_rating"), CellValues.instant(text(row, "user_rated_at")));
        records.note(source, item, text(row.path("memo"), "text"));
    }

    private static boolean isNameless(ImportedItem item) {
        return item.title() == null && (item.kind() == Kind.SHOW || item.ids().equals(Ids.NONE));
    }

    private static SimklTitle title(JsonNode object) {
        JsonNode ids = object.path("ids");
        return new SimklTitle(
                text(object, "title"), text(object, "year"), text(ids, "imdb"), text(ids, "tmdb"), text(ids, "tvdb"));
    }

    private static String foreignId(JsonNode object) {
        return "simkl:" + text(object.path("ids"), "simkl");
    }

    /// Entries of other files about anime have the same ids.
    private static String animeId(JsonNode object) {
        JsonNode ids = object.path("ids");
        return CellValues.id(text(ids, "mal")) == null ? foreignId(object) : "mal:" + text(ids, "mal");
    }
}
