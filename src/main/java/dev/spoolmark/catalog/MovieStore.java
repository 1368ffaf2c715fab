package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.ingest.IdAndGenreRows;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores movies.
public final class MovieStore {

    private static final String SELECT = String.format(
            Locale.ROOT, """
            SELECT movie_id, slug, title, year, released, runtime, tagline, overview, trailer, certification,
                   poster, fanart, provisional, updated_at, %s, %s
            FROM movie
            """, ColumnCodecs.ids(Kind.MOVIE, "movie_id"), ColumnCodecs.genres(Kind.MOVIE, "movie_id"));

    private static final String INSERT = """
            INSERT INTO movie (movie_id, slug, title, title_key, year, released, runtime, tagline, overview, trailer,
                               certification, poster, fanart, provisional, updated_at, revision)
            """;

    private static final String SAVE = INSERT + """
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (movie_id) DO UPDATE SET
                slug = excluded.slug, title = excluded.title, title_key = excluded.title_key, year = excluded.year,
                released = excluded.released, runtime = excluded.runtime, tagline = excluded.tagline,
                overview = excluded.overview, trailer = excluded.trailer, certification = excluded.certification,
                poster = excluded.poster, fanart = excluded.fanart, provisional = excluded.provisional,
                updated_at = excluded.updated_at, revision = excluded.revision
            """;

    private MovieStore() {}

    public static Map<MovieId, Movie> get(Tx tx, Collection<MovieId> requested) {
        Map<MovieId, Movie> found = new LinkedHashMap<>();
        requested.stream()
                .map(MovieId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        SELECT + " WHERE movie_id IN (" + Tx.placeholders(batch.size()) + ") ORDER BY movie_id",
                        row -> put(found, movie(row)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// Inserts or updates movies.
    public static void save(Tx tx, Collection<Movie> movies) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(tx, movies, rows);
        tx.updateAll(SAVE, rows);
        children.replaceIds(tx);
        children.replaceGenres(tx);
    }

    /// Inserts new movies.
    public static void add(Tx tx, Collection<Movie> movies) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(tx, movies, rows);
        tx.insertAll(INSERT, rows);
        children.addIds(tx);
        children.addGenres(tx);
    }

    private static IdAndGenreRows childRows(Tx tx, Collection<Movie> movies, List<@Nullable Object[]> rows) {
        long revision = CatalogWriteLock.currentRevision(tx);
        IdAndGenreRows children = new IdAndGenreRows(Kind.MOVIE);
        for (Movie movie : movies) {
            rows.add(row(movie, revision));
            children.add(movie.id().value(), movie.ids(), movie.facts().genres());
        }
        return children;
    }

    private static void put(Map<MovieId, Movie> movies, Movie movie) {
        movies.put(movie.id(), movie);
    }

    private static Movie movie(Row row) {
        MovieFacts facts = new MovieFacts(
                ColumnCodecs.date(row.textOrNull(5)),
                row.countOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                new Images(row.textOrNull(11), row.textOrNull(12), null),
                ColumnCodecs.lines(row.textOrNull(16)));
        return new Movie(
                new MovieId(row.getLong(1)),
                Ids.parse(row.textOrNull(15)),
                row.getString(2),
                row.getString(3),
                row.countOrNull(4),
                facts,
                row.getBoolean(13),
                row.instant(14));
    }

    private static @Nullable Object[] row(Movie movie, long revision) {
        MovieFacts facts = movie.facts();
        return new @Nullable Object[] {
            movie.id().value(),
            movie.slug(),
            movie.title(),
            LookupKey.TitleKey.key(movie.title()),
            movie.year(),
            ColumnCodecs.text(facts.released()),
            facts.runtime(),
            facts.tagline(),
            facts.overview(),
            facts.trailer(),
            facts.certification(),
            facts.images().poster(),
            facts.images().fanart(),
            movie.provisional(),
            movie.updatedAt(),
            revision
        };
    }
}
