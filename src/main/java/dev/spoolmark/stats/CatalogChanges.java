package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Items whose catalog data has changed since an instant, inclusive, newest first; at most 10,000. Provisional
/// items are not included (`docs/spec/v1/movies.md#moviesupdated`).
public final class CatalogChanges {

    private static final int MAX_ITEMS = 10_000;

    private final Database database;

    public CatalogChanges(Database database) {
        this.database = database;
    }

    public List<MovieId> movies(Instant since) {
        return database.read(tx -> CatalogChangeStore.movies(tx, since, MAX_ITEMS));
    }

    /// These movies in the same order, without those that no longer exist.
    public List<ChangedMovie> moviesById(List<MovieId> movies) {
        if (movies.isEmpty()) {
            return List.of();
        }
        Map<MovieId, ChangedMovie> found = database.read(tx -> CatalogChangeStore.moviesById(tx, movies)).stream()
                .collect(Collectors.toMap(ChangedMovie::id, Function.identity()));
        return movies.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /// A show changes together with its seasons and episodes. Shows without a TVDB id are not included.
    public List<ChangedShow> shows(Instant since) {
        return database.read(tx -> CatalogChangeStore.shows(tx, since, MAX_ITEMS));
    }
}
