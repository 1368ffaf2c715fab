package dev.spoolmark.history;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import org.jspecify.annotations.Nullable;

/// Something that can be watched from beginning to end: a movie, or an episode of a show.
///
/// @param show null for a movie
public record Watchable(MediaId id, @Nullable ShowId show) {

    public Watchable {
        if (show == null ? id.kind() != Kind.MOVIE : id.kind() != Kind.EPISODE) {
            throw new IllegalArgumentException("only movies, and episodes of a show, can be watched: " + id);
        }
    }

    public static Watchable of(MovieId movie) {
        return new Watchable(movie, null);
    }

    public static Watchable of(EpisodeId episode, ShowId show) {
        return new Watchable(episode, show);
    }

    /// The stored show: 0 for a movie.
    public static Watchable of(int kind, long item, long show) {
        return kind == Kind.MOVIE.number() ? of(new MovieId(item)) : of(new EpisodeId(item), new ShowId(show));
    }

    public Kind kind() {
        return id.kind();
    }

    /// The show as it stands in the store.
    public long showNumber() {
        return show == null ? 0 : show.value();
    }
}
