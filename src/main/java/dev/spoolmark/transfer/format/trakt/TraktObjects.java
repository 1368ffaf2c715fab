package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The objects of movies, shows, seasons, episodes and people. Their `trakt` ids are not those of this server.
final class TraktObjects {

    private TraktObjects() {}

    /// The item of a row: its `type` says which of its objects it is about.
    ///
    /// @return empty if the row names none
    static Optional<ImportedItem> item(JsonNode row) {
        return switch (type(row)) {
            case "movie" -> object(row, "movie").map(movie -> title(Kind.MOVIE, movie));
            case "show" -> object(row, "show").map(TraktObjects::show);
            case "season" -> object(row, "season").flatMap(season -> season(row, season));
            case "episode" -> object(row, "episode").map(episode -> episode(row, episode));
            case "person" -> object(row, "person").map(TraktObjects::person);
            default -> Optional.empty();
        };
    }

    /// Rows without a type have one object; an episode has its show beside it.
    private static String type(JsonNode row) {
        String type = text(row, "type");
        if (!type.isEmpty()) {
            return type;
        }
        for (String name : new String[] {"episode", "season", "movie", "show", "person"}) {
            if (row.hasNonNull(name)) {
                return name;
            }
        }
        return "";
    }

    private static Optional<JsonNode> object(JsonNode row, String name) {
        return Optional.ofNullable(row.get(name)).filter(JsonNode::isObject);
    }

    static ImportedItem show(JsonNode show) {
        return title(Kind.SHOW, show);
    }

    private static ImportedItem title(Kind kind, JsonNode title) {
        Ids ids = ids(title);
        String name = text(title, "title");
        Integer year = CellValues.year(text(title, "year"));
        ImportedItem item = kind == Kind.MOVIE
                ? ImportedItem.movie(ids, name.isEmpty() ? null : name, year)
                : ImportedItem.show(ids, name.isEmpty() ? null : name, year);
        return identified(item, title);
    }

    private static ImportedItem person(JsonNode person) {
        String name = text(person, "name");
        return identified(ImportedItem.person(ids(person), name.isEmpty() ? null : name), person);
    }

    private static ImportedItem identified(ImportedItem item, JsonNode object) {
        String trakt = text(object.path("ids"), "trakt");
        return trakt.isEmpty() ? item : item.withForeignId("trakt:" + trakt);
    }

    private static Optional<ImportedItem> season(JsonNode row, JsonNode season) {
        Integer number = CellValues.count(text(season, "number"));
        return number == null
                ? Optional.empty()
                : object(row, "show").map(show -> show(show).season(number, ids(season)));
    }

    private static ImportedItem episode(JsonNode row, JsonNode episode) {
        Integer season = CellValues.count(text(episode, "season"));
        Integer number = CellValues.count(text(episode, "number"));
        Ids ids = ids(episode);
        Optional<JsonNode> show = object(row, "show");
        if (show.isEmpty() || season == null || number == null) {
            return identified(ImportedItem.episode(ids), episode);
        }
        return show(show.get()).episode(season, number, ids);
    }

    static ImportedItem episode(ImportedItem show, int season, int number) {
        return show.episode(season, number, Ids.NONE);
    }

    private static Ids ids(JsonNode object) {
        JsonNode ids = object.path("ids");
        return new Ids(
                CellValues.imdb(text(ids, "imdb")),
                CellValues.id(text(ids, "tvdb")),
                CellValues.id(text(ids, "tmdb")),
                CellValues.id(text(ids, "tvrage")),
                CellValues.id(text(ids, "tvmaze")));
    }
}
