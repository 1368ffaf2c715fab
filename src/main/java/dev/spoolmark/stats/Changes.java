package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.store.Database;
import java.time.Instant;
import java.util.List;

/// Whose facts changed since a moment, that moment included, newest first; at most ten thousand. What only one person's
/// data name is not everyone's catalogue and stays out (`decisions.md` 2 and 3).
public final class Changes {

    private static final int MOST = 10_000;

    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    public List<MovieId> movies(Instant since) {
        return database.read(tx -> ChangeStore.movies(tx, since, MOST));
    }

    /// A show changes with its seasons and episodes. One without a TVDB id cannot be told of.
    public List<ChangedShow> shows(Instant since) {
        return database.read(tx -> ChangeStore.shows(tx, since, MOST));
    }
}
