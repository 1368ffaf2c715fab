package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.Watchable;
import java.util.Optional;

/// An item of the catalog that a record is about.
///
/// @param show of a season or episode; the show itself for a show; 0 for others
public record FoundItem(Kind kind, long id, long show) {

    public static FoundItem movie(MovieId movie) {
        return new FoundItem(Kind.MOVIE, movie.value(), 0);
    }

    public static FoundItem show(ShowId show) {
        return new FoundItem(Kind.SHOW, show.value(), show.value());
    }

    /// The item as one that can be watched; empty for others.
    public Optional<Watchable> watchable() {
        return switch (kind) {
            case MOVIE -> Optional.of(Watchable.of(new MovieId(id)));
            case EPISODE -> Optional.of(Watchable.of(new EpisodeId(id), new ShowId(show)));
            case SHOW, SEASON, PERSON, LIST -> Optional.empty();
        };
    }

    /// Empty for a person.
    public Optional<MediaId> media() {
        return switch (kind) {
            case MOVIE, SHOW, SEASON, EPISODE -> Optional.of(MediaId.of(kind, id));
            case PERSON, LIST -> Optional.empty();
        };
    }
}
