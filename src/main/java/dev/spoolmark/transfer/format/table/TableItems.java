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
        return Optional.of(isShow ? show : ofUnknownKind(movie, show));
    }

    /// A movie or else a show; the other way round if there is an id that shows rather have. TMDB numbers movies and
    /// shows separately, so that its id is taken for that of a movie.
    private static ImportedItem ofUnknownKind(ImportedItem movie, ImportedItem show) {
        Ids ids = movie.ids();
        if (ids.tmdb() == null && (ids.tvdb() != null || ids.tvmaze() != null)) {
            return show.or(movie);
        }
        Ids ofMovie = new Ids(ids.imdb(), null, ids.tmdb(), null, null);
        Ids ofShow = new Ids(ids.imdb(), ids.tvdb(), null, null, ids.tvmaze());
        return ImportedItem.movie(ofMovie, movie.title(), movie.year())
                .or(ImportedItem.show(ofShow, show.title(), show.year()));
    }

    private ImportedItem episode(TableRow row, ImportedItem show, @Nullable Integer season, @Nullable Integer number) {
        if (season != null && number != null) {
            return show.episode(season, number, Ids.NONE);
        }
        String title = episodeTitle(row);
        ImportedItem byTitle =
                ImportedItem.show(Ids.NONE, show.title(), show.year()).episode(season, title);
        if (show.ids().isEmpty()) {
            return title.isEmpty() ? ofNumber(show, season, number) : byTitle;
        }
        ImportedItem byId = ImportedItem.episode(show.ids());
        return title.isEmpty() || show.title() == null ? byId : byId.or(byTitle);
    }

    /// An episode of which a number is missing, for the report.
    private static ImportedItem ofNumber(ImportedItem show, @Nullable Integer season, @Nullable Integer number) {
        return new ImportedItem(
                Kind.EPISODE, Ids.NONE, show.title(), show.year(), season, number, Ids.NONE, null, null, null);
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
