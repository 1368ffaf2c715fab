package dev.spoolmark.transfer.format.table;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The item of a row. Ids beside season and episode are those of the show; without these numbers they are those of the
/// episode.
final class TableItems {

    private static final Pattern IMDB = Pattern.compile("\\b(?:tt|nm)\\d{5,10}\\b");
    private static final Pattern PREFIX = Pattern.compile("(?i)^(?:season|episode|staffel|folge|ep|s|e)\\.?\\s*");

    private static final Map<Kind, List<String>> TYPES = Map.of(
            Kind.MOVIE,
            List.of("movie", "movies", "film", "films", "featurefilm", "tvmovie", "pelicula", "documentary", "short"),
            Kind.SHOW,
            List.of(
                    "show",
                    "shows",
                    "tv",
                    "tvshow",
                    "tvseries",
                    "series",
                    "serie",
                    "tvminiseries",
                    "miniseries",
                    "anime",
                    "fernsehserie"),
            Kind.SEASON,
            List.of("season", "staffel", "saison", "temporada"),
            Kind.EPISODE,
            List.of("episode", "tvepisode", "folge", "episodio"));

    private static final List<String> OTHER_MEDIA = List.of(
            "game",
            "videogame",
            "boardgame",
            "book",
            "audiobook",
            "manga",
            "comic",
            "music",
            "album",
            "podcast",
            "podcastseries",
            "podcastepisode");

    private final TableMapping mapping;

    TableItems(TableMapping mapping) {
        this.mapping = mapping;
    }

    /// Why a row has no item.
    SkipReason reason(TableRow row) {
        return OTHER_MEDIA.contains(type(row)) ? SkipReason.OTHER_MEDIUM : SkipReason.NO_ITEM;
    }

    private String type(TableRow row) {
        return TableField.normal(mapping.cell(row, TableField.TYPE));
    }

    /// @return empty if the row names no movie, show, season or episode
    Optional<ImportedItem> item(TableRow row) {
        String type = type(row);
        Ids ids = ids(row);
        String foreignId = foreignId(row);
        if (OTHER_MEDIA.contains(type) || (title(row) == null && ids.isEmpty() && foreignId == null)) {
            return Optional.empty();
        }
        Kind named = TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return item(row, named, ids).map(item -> foreignId == null ? item : item.withForeignId(foreignId));
    }

    private Optional<ImportedItem> item(TableRow row, @Nullable Kind named, Ids ids) {
        Integer season = number(row, TableField.SEASON);
        Integer episode = number(row, TableField.EPISODE);
        Integer year = CellValues.year(mapping.cell(row, TableField.YEAR));
        ImportedItem movie = ImportedItem.movie(ids, title(row), year);
        ImportedItem show = ImportedItem.show(ids, title(row), year);
        if (named == Kind.MOVIE) {
            return Optional.of(movie);
        }
        if (named == Kind.EPISODE || episode != null) {
            return Optional.of(episode(row, show, season, episode));
        }
        if (named == Kind.SEASON || season != null) {
            return season == null ? Optional.empty() : Optional.of(show.season(season, Ids.NONE));
        }
        boolean isShow =
                named == Kind.SHOW || !mapping.cell(row, TableField.SHOW).isEmpty();
        return Optional.of(isShow ? show : movie.or(show));
    }

    private ImportedItem episode(TableRow row, ImportedItem show, @Nullable Integer season, @Nullable Integer number) {
        if (season != null && number != null) {
            return show.episode(season, number, Ids.NONE);
        }
        String title = episodeTitle(row);
        return show.ids().isEmpty() && !title.isEmpty()
                ? show.episode(season, title)
                : new ImportedItem(
                        Kind.EPISODE,
                        Ids.NONE,
                        show.title(),
                        show.year(),
                        season,
                        number,
                        show.ids(),
                        title.isEmpty() ? null : title,
                        null,
                        null);
    }

    /// In a table with a column for shows the title of an episode is its own.
    private String episodeTitle(TableRow row) {
        String title = mapping.cell(row, TableField.EPISODE_TITLE);
        boolean hasShow = !mapping.cell(row, TableField.SHOW).isEmpty();
        return title.isEmpty() && hasShow ? mapping.cell(row, TableField.TITLE) : title;
    }

    private @Nullable String title(TableRow row) {
        String show = mapping.cell(row, TableField.SHOW);
        String title = show.isEmpty() ? mapping.cell(row, TableField.TITLE) : show;
        return title.isEmpty() ? null : title;
    }

    private @Nullable Integer number(TableRow row, TableField field) {
        return CellValues.count(PREFIX.matcher(mapping.cell(row, field)).replaceFirst(""));
    }

    /// An IMDb id may be in an address.
    private Ids ids(TableRow row) {
        String imdb = mapping.cell(row, TableField.IMDB);
        Matcher inAddress = IMDB.matcher(imdb);
        return new Ids(
                CellValues.imdb(inAddress.find() ? inAddress.group() : imdb),
                CellValues.id(mapping.cell(row, TableField.TVDB)),
                CellValues.id(mapping.cell(row, TableField.TMDB)),
                null,
                CellValues.id(mapping.cell(row, TableField.TVMAZE)));
    }

    private @Nullable String foreignId(TableRow row) {
        for (TableField field : List.of(TableField.TRAKT, TableField.SIMKL, TableField.MAL)) {
            Long id = CellValues.id(mapping.cell(row, field));
            if (id != null) {
                return field.key().replace("_id", ":") + id;
            }
        }
        return null;
    }
}
