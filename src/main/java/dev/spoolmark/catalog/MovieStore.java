package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Keeps movies.
final class MovieStore {

    private static final int CHUNK = 500;

    private static final String SELECT = String.format(
            Locale.ROOT, """
            SELECT movie_id, slug, title, year, released, runtime, tagline, overview, trailer, certification,
                   poster, fanart, provisional, updated_at, %s, %s
            FROM movie
            """, Columns.ids(Kind.MOVIE, "movie_id"), Columns.genres(Kind.MOVIE, "movie_id"));

    private static final String INSERT = """
            INSERT INTO movie (movie_id, slug, title, title_key, year, released, runtime, tagline, overview, trailer,
                               certification, poster, fanart, provisional, updated_at, pass)
            """;

    private static final String SAVE = INSERT + """
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (movie_id) DO UPDATE SET
                slug = excluded.slug, title = excluded.title, title_key = excluded.title_key, year = excluded.year,
                released = excluded.released, runtime = excluded.runtime, tagline = excluded.tagline,
                overview = excluded.overview, trailer = excluded.trailer, certification = excluded.certification,
                poster = excluded.poster, fanart = excluded.fanart, provisional = excluded.provisional,
                updated_at = excluded.updated_at, pass = excluded.pass
            """;

    private MovieStore() {}

    static Map<MovieId, Movie> get(Tx tx, Collection<MovieId> wanted) {
        Map<MovieId, Movie> found = new LinkedHashMap<>();
        wanted.stream()
                .map(MovieId::value)
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        SELECT + " WHERE movie_id IN (" + Tx.marks(some.size()) + ") ORDER BY movie_id",
                        row -> put(found, movie(row)),
                        Tx.padded(some)));
        return found;
    }

    /// Writes the movies as they are, new or not.
    static void save(Tx tx, Collection<Movie> movies) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Rows hanging = gather(tx, movies, rows);
        tx.updateAll(SAVE, rows);
        hanging.replaceIds(tx);
        hanging.replaceGenres(tx);
    }

    /// Writes movies of which none is there yet.
    static void add(Tx tx, Collection<Movie> movies) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Rows hanging = gather(tx, movies, rows);
        tx.insertAll(INSERT, rows);
        hanging.addIds(tx);
        hanging.addGenres(tx);
    }

    private static Rows gather(Tx tx, Collection<Movie> movies, List<@Nullable Object[]> rows) {
        long pass = Gate.number(tx);
        Rows hanging = new Rows(Kind.MOVIE);
        for (Movie movie : movies) {
            rows.add(row(movie, pass));
            hanging.add(movie.id().value(), movie.ids(), movie.facts().genres());
        }
        return hanging;
    }

    private static void put(Map<MovieId, Movie> movies, Movie movie) {
        movies.put(movie.id(), movie);
    }

    private static Movie movie(Row row) {
        MovieFacts facts = new MovieFacts(
                Columns.date(row.textOrNull(5)),
                row.countOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                new Images(row.textOrNull(11), row.textOrNull(12), null),
                Columns.lines(row.textOrNull(16)));
        return new Movie(
                new MovieId(row.number(1)),
                Ids.parse(row.textOrNull(15)),
                row.text(2),
                row.text(3),
                row.countOrNull(4),
                facts,
                row.flag(13),
                row.instant(14));
    }

    private static @Nullable Object[] row(Movie movie, long pass) {
        MovieFacts facts = movie.facts();
        return new @Nullable Object[] {
            movie.id().value(),
            movie.slug(),
            movie.title(),
            Name.Titled.key(movie.title()),
            movie.year(),
            Columns.text(facts.released()),
            facts.runtime(),
            facts.tagline(),
            facts.overview(),
            facts.trailer(),
            facts.certification(),
            facts.images().poster(),
            facts.images().fanart(),
            movie.provisional(),
            movie.updatedAt(),
            pass
        };
    }
}
