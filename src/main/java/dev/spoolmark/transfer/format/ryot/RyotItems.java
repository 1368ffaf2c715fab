package dev.spoolmark.transfer.format.ryot;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Items: `identifier` is the id at the provider in `source`, and `source_id` is the title. A `custom` identifier is
/// one of a single installation and says nothing.
final class RyotItems {

    private static final Set<String> MEDIA = Set.of("movie", "show", "anime");
    private static final Map<String, String> PROVIDERS = Map.of("myanimelist", "mal");

    private RyotItems() {}

    static boolean isOtherMedium(JsonNode row) {
        String lot = text(row, "lot");
        return !lot.isEmpty() && !MEDIA.contains(lot);
    }

    /// @return empty if the row names none
    static Optional<ImportedItem> item(JsonNode row) {
        String source = text(row, "source");
        String identifier = text(row, "identifier");
        Ids ids = ids(source, identifier);
        String title = text(row, "source_id");
        boolean isForeign = ids.isEmpty() && !identifier.isEmpty() && !source.isEmpty() && !source.equals("custom");
        if (!MEDIA.contains(text(row, "lot")) || (ids.isEmpty() && title.isEmpty() && !isForeign)) {
            return Optional.empty();
        }
        String name = title.isEmpty() ? null : title;
        ImportedItem item = text(row, "lot").equals("movie")
                ? ImportedItem.movie(ids, name, null)
                : ImportedItem.show(ids, name, null);
        return Optional.of(
                isForeign ? item.withForeignId(PROVIDERS.getOrDefault(source, source) + ":" + identifier) : item);
    }

    private static Ids ids(String source, String identifier) {
        return switch (source) {
            case "tmdb" -> CellValues.ids("", identifier, "");
            case "tvdb" -> CellValues.ids("", "", identifier);
            case "imdb" -> CellValues.ids(identifier, "", "");
            default -> Ids.NONE;
        };
    }

    /// The season or episode that an entry of the history or a review is about; the movie or show if it names none.
    /// Episodes of an anime are numbered from 1 in one season.
    static ImportedItem part(ImportedItem item, JsonNode row) {
        if (item.kind() != Kind.SHOW) {
            return item;
        }
        Integer anime = count(row, "anime_episode_number");
        Integer season = anime == null ? count(row, "show_season_number") : Integer.valueOf(1);
        Integer number = anime == null ? count(row, "show_episode_number") : anime;
        if (season == null) {
            return item;
        }
        return number == null ? item.season(season, Ids.NONE) : item.episode(season, number, Ids.NONE);
    }

    private static @Nullable Integer count(JsonNode row, String property) {
        return CellValues.count(text(row, property));
    }
}
