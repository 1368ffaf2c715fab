package dev.spoolmark.transfer.format.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a column contains, with the names that programs and users give it in several languages. The first names are
/// preferred if several columns have one.
enum TableField {
    TITLE("title", "name", "titel", "titre", "titulo", "titolo", "movie", "film", "movietitle", "filmtitle"),

    /// The show of an episode; the title of the row is then that of the episode.
    SHOW("show", "series", "serie", "showtitle", "showname", "seriestitle", "seriesname", "tvshow", "tvseries"),

    EPISODE_TITLE("episode_title", "episodename", "folgentitel"),
    YEAR("year", "releaseyear", "jahr", "annee", "ano", "anno"),
    TYPE("type", "mediatype", "kind", "titletype", "typ", "tipo"),
    SEASON("season", "seasonnumber", "s", "staffel", "saison", "temporada"),
    EPISODE("episode", "episodenumber", "ep", "e", "folge", "episodio", "number"),
    IMDB("imdb_id", "imdb", "const", "idimdb"),
    TMDB("tmdb_id", "tmdb", "themoviedb", "themoviedbid"),
    TVDB("tvdb_id", "tvdb", "thetvdb", "thetvdbid"),
    TVMAZE("tvmaze_id", "tvmaze"),
    TRAKT("trakt_id", "trakt"),
    SIMKL("simkl_id", "simkl"),
    MAL("mal_id", "mal"),
    WATCHED_AT(
            "watched_at",
            "watcheddate",
            "datewatched",
            "viewedat",
            "lastviewedat",
            "lastwatchedat",
            "enddate",
            "endedon",
            "progressedat",
            "gesehenam",
            "vule",
            "vistoel",
            "date"),

    /// Whether the item was watched.
    WATCHED("watched", "seen", "gesehen", "vu", "visto"),

    /// On a scale that the values or the user determine.
    RATING("rating", "yourrating", "userrating", "myrating", "score", "rating10", "bewertung", "puntuacion"),

    /// On a scale to 5.
    RATING5("rating5", "stars", "sterne", "etoiles", "estrellas"),

    RATED_AT("rated_at", "daterated", "ratingdate"),
    WATCHLISTED_AT("watchlisted_at", "added", "listedat", "addedat", "watchlist"),
    LIST("list", "listname", "liste", "lista"),
    NOTES("notes", "note", "comment", "description", "notiz", "notizen", "kommentar"),

    /// Whether the item had been watched before; the row is then a play.
    REWATCH("rewatch"),

    PLAYS("plays", "playcount");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /// Of an index in an episode list only if there are seasons, as it may also count the rows.
    private static final String NUMBER = "number";

    private final String key;
    /// In their order, with `|` between them.
    private final String names;

    TableField(String key, String... others) {
        this.key = key;
        this.names = String.join("|", others);
    }

    private List<String> names() {
        return List.of(names.split("\\|", -1));
    }

    /// The name in answers of the user and in the template.
    String key() {
        return key;
    }

    /// A field by one of its names, in any spelling.
    static Optional<TableField> find(String name) {
        String normal = normal(name);
        return Arrays.stream(values())
                .filter(field ->
                        normal(field.key).equals(normal) || field.names().contains(normal))
                .findFirst();
    }

    /// How well a column name fits: 0 for the preferred name. -1 if it does not.
    int rank(String column, boolean hasSeasons) {
        String normal = normal(column);
        if (normal.equals(NUMBER) && !hasSeasons) {
            return -1;
        }
        int other = normal.isEmpty() ? -1 : names().indexOf(normal);
        return normal.equals(normal(key)) ? 0 : other < 0 ? -1 : other + 1;
    }

    /// Whether it names an item.
    boolean isItem() {
        return switch (this) {
            case TITLE, SHOW, IMDB, TMDB, TVDB, TVMAZE, TRAKT, SIMKL, MAL -> true;
            default -> false;
        };
    }

    /// Whether a row with it has something to import.
    boolean isStatement() {
        return switch (this) {
            case WATCHED_AT, WATCHED, RATING, RATING5, WATCHLISTED_AT, LIST, NOTES, REWATCH, PLAYS -> true;
            default -> false;
        };
    }

    /// Letters without accents, and digits. The `ids.` before a property of JSON does not count.
    static String normal(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String property = lower.startsWith("ids.") ? lower.substring("ids.".length()) : lower;
        String plain = MARKS.matcher(Normalizer.normalize(property, Normalizer.Form.NFD))
                .replaceAll("");
        return OTHERS.matcher(plain).replaceAll("");
    }
}
