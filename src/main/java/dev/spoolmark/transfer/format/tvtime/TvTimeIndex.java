package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.transfer.record.ImportedItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What joins the members of the export of TV Time.
final class TvTimeIndex {

    /// The most entries of each kind. Beyond it, an old row of an episode is read even if the new table has it, a
    /// followed show is taken for watched, and a movie in a list has no title.
    private static final int MAX = 50_000;

    private final Set<String> episodes = new HashSet<>();
    private final Map<Long, String> watchedShows = new HashMap<>();
    private final Set<Long> writtenShows = new HashSet<>();
    private final Map<String, ImportedItem> movies = new HashMap<>();
    private final Set<String> plannedMovies = new HashSet<>();

    /// An episode has plays in the table that is read.
    ///
    /// @param key its id, or its show and numbers
    void addEpisode(String key) {
        if (episodes.size() < MAX) {
            episodes.add(key);
        }
    }

    boolean hasEpisode(String key) {
        return episodes.contains(key);
    }

    /// A show has a watched episode.
    void addWatched(@Nullable Long show, String title) {
        if (show != null && watchedShows.size() < MAX) {
            watchedShows.putIfAbsent(show, title);
        }
    }

    boolean isWatched(long show) {
        return watchedShows.size() >= MAX || watchedShows.containsKey(show);
    }

    /// The title of a show with a watched episode; empty if unknown.
    String title(long show) {
        return watchedShows.getOrDefault(show, "");
    }

    /// @return false if the show was written before, or there are too many
    boolean addWritten(long show) {
        return writtenShows.size() < MAX && writtenShows.add(show);
    }

    void addMovie(String uuid, ImportedItem movie) {
        if (movies.size() < MAX) {
            movies.putIfAbsent(uuid, movie);
        }
    }

    Optional<ImportedItem> movie(String uuid) {
        return Optional.ofNullable(movies.get(uuid));
    }

    /// A movie is watched or on the watchlist.
    void addPlanned(String uuid) {
        if (plannedMovies.size() < MAX) {
            plannedMovies.add(uuid);
        }
    }

    boolean isPlanned(String uuid) {
        return plannedMovies.size() >= MAX || plannedMovies.contains(uuid);
    }
}
