package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;

/// Reads items whose catalog data has changed.
final class CatalogChangeStore {

    private CatalogChangeStore() {}

    static List<MovieId> movies(Tx tx, Instant since, int limit) {
        return tx.query("""
                SELECT movie_id FROM movie WHERE updated_at >= ? AND provisional = FALSE
                ORDER BY updated_at DESC, movie_id DESC LIMIT ?
                """, row -> new MovieId(row.getLong(1)), since, limit);
    }

    /// Ids, titles and years of the movies, without their texts.
    static List<ChangedMovie> moviesById(Tx tx, List<MovieId> movies) {
        List<Long> ids = movies.stream().map(MovieId::value).toList();
        return tx.query(
                """
                SELECT m.movie_id, m.slug, m.title, m.year, m.updated_at,
                    (SELECT MIN(x.value) FROM external_id x
                     WHERE x.kind = 1 AND x.item_id = m.movie_id AND x.provider = 'imdb' AND NOT x.superseded),
                    (SELECT MIN(x.value) FROM external_id x
                     WHERE x.kind = 1 AND x.item_id = m.movie_id AND x.provider = 'tmdb' AND NOT x.superseded)
                FROM movie m WHERE m.movie_id IN (""" + Tx.placeholders(ids.size()) + ") ORDER BY m.movie_id",
                CatalogChangeStore::movie,
                Tx.padToPlaceholders(ids));
    }

    private static ChangedMovie movie(Row row) {
        String tmdb = row.textOrNull(7);
        return new ChangedMovie(
                new MovieId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.countOrNull(4),
                row.textOrNull(6),
                tmdb == null ? null : AsciiNumber.parseLong(tmdb),
                row.instant(5));
    }

    static List<ChangedShow> shows(Tx tx, Instant since, int limit) {
        return tx.query(
                """
                SELECT x.value, s.updated_at
                FROM show s JOIN external_id x ON x.kind = 2 AND x.item_id = s.show_id AND x.provider = 'tvdb'
                    AND NOT x.superseded
                WHERE s.updated_at >= ? AND s.provisional = FALSE
                ORDER BY s.updated_at DESC, s.show_id DESC, x.value LIMIT ?
                """, row -> new ChangedShow(AsciiNumber.parseLong(row.getString(1)), row.instant(2)), since, limit);
    }
}
