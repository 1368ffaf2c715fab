package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.LenientValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bodies of the collection and watchlist methods, which only name movies, shows or episodes. Additional members
/// that clients send (`last_played`, `plays`, versions) are ignored.
public interface V1Bodies {

    V1ItemKey item();

    record OfMovie(
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year)
            implements V1Bodies {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfMovie(imdb_id, tmdb_id, title, year);
        }
    }

    record OfShow(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year)
            implements V1Bodies {

        @Override
        public V1ItemKey.OfShow item() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    // Whole bodies

    /// Several movies, or one whose members are in the body itself.
    record Movies(
            @Nullable List<@Nullable OfMovie> movies,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year) {

        public List<@Nullable OfMovie> all() {
            return V1Bodies.all("movies", movies, new OfMovie(imdb_id, tmdb_id, title, year));
        }
    }

    /// Several shows, or one whose members are in the body itself.
    record Shows(
            @Nullable List<@Nullable OfShow> shows,
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year) {

        public List<@Nullable OfShow> all() {
            return V1Bodies.all("shows", shows, new OfShow(tvdb_id, imdb_id, title, year));
        }
    }

    /// The list in a body, else the one item whose members are in the body itself.
    ///
    /// @throws ProblemException if the body names no item
    static <E extends V1Bodies> List<@Nullable E> all(String name, @Nullable List<@Nullable E> body, E flat) {
        return body == null || body.isEmpty() ? V1Bodies.listed(name, flat) : body;
    }

    private static <E extends V1Bodies> List<@Nullable E> listed(String name, E flat) {
        if (flat.item().isEmpty()) {
            throw new ProblemException(new Problem.Missing(name));
        }
        return List.of(flat);
    }

    /// The list in a body. An empty list is an error like an absent one: success would report a change that was
    /// not made.
    static <E> List<@Nullable E> requireNonEmpty(String name, @Nullable List<@Nullable E> body) {
        if (body == null || body.isEmpty()) {
            throw new ProblemException(new Problem.Missing(name));
        }
        return body;
    }

    record Season(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue season) {

        public V1ItemKey.OfShow show() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    record Episodes(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable List<@Nullable Numbered> episodes) {

        V1ItemKey.OfShow show() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }

        List<@Nullable Numbered> all() {
            return V1Bodies.requireNonEmpty("episodes", episodes);
        }
    }

    /// An episode, identified by its numbers in a body that names the show once.
    record Numbered(
            @Nullable LenientValue season,
            @Nullable LenientValue episode,
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue episode_tvdb_id,
            @Nullable LenientValue episode_imdb_id,
            @Nullable LenientValue episode_tmdb_id) {

        V1ItemKey.OfEpisode of(V1ItemKey.OfShow show) {
            return new V1ItemKey.OfEpisode(
                    show,
                    season,
                    episode,
                    new V1ItemKey.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id)
                            .or(new V1ItemKey.EpisodeIds(tvdb_id, imdb_id, tmdb_id).without(show)));
        }
    }
}
