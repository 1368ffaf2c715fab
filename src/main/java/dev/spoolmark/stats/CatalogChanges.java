package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose facts changed since a moment, that moment included, newest first; at most ten thousand. What only one
/// person's data name is not everyone's catalogue and stays out (`docs/spec/v1/movies.md#moviesupdated`).
public final class CatalogChanges {

    private static final int MOST = 10_000;

    private final Database database;

    public CatalogChanges(Database database) {
        this.database = database;
    }

    public List<MovieId> movies(Instant since) {
        return database.read(tx -> CatalogChangeStore.movies(tx, since, MOST));
    }

    /// Some of these movies, in the same order; those that are gone meanwhile are left out.
    public List<ChangedMovie> named(List<MovieId> movies) {
        if (movies.isEmpty()) {
            return List.of();
        }
        Map<MovieId, ChangedMovie> found = database.read(tx -> CatalogChangeStore.named(tx, movies)).stream()
                .collect(Collectors.toMap(ChangedMovie::id, Function.identity()));
        return movies.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /// A show changes with its seasons and episodes. One without a TVDB id cannot be told of.
    public List<ChangedShow> shows(Instant since) {
        return database.read(tx -> CatalogChangeStore.shows(tx, since, MOST));
    }
}
