package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bodies that name movies, shows or episodes and say no more about them: libraries and watchlists. What clients
/// add
/// (`last_played`, `plays`, versions of their own) has no meaning there and is dropped.
interface V1Sent {

    V1Item item();

    record OfMovie(
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) implements V1Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfMovie(imdb_id, tmdb_id, title, year);
        }
    }

    record OfShow(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) implements V1Sent {

        @Override
        public V1Item.OfShow item() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    // Whole bodies

    /// Several movies, or one that stands in the body itself.
    record Movies(
            @Nullable List<@Nullable OfMovie> movies,
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) {

        List<@Nullable OfMovie> all() {
            return V1Sent.all("movies", movies, new OfMovie(imdb_id, tmdb_id, title, year));
        }
    }

    /// Several shows, or one that stands in the body itself.
    record Shows(
            @Nullable List<@Nullable OfShow> shows,
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) {

        List<@Nullable OfShow> all() {
            return V1Sent.all("shows", shows, new OfShow(tvdb_id, imdb_id, title, year));
        }
    }

    /// The list of a body, else the one item that stands in the body itself. A body that names nothing is refused.
    static <E extends V1Sent> List<@Nullable E> all(String word, @Nullable List<@Nullable E> sent, E flat) {
        return sent == null || sent.isEmpty() ? V1Sent.listed(word, flat) : sent;
    }

    private static <E extends V1Sent> List<@Nullable E> listed(String word, E flat) {
        if (flat.item().isEmpty()) {
            throw new Refusal(new Problem.Missing(word));
        }
        return List.of(flat);
    }

    /// The list of a body. One that holds nothing is refused as one that is not there: a success would tell of
    /// something that was not done.
    static <E> List<@Nullable E> needed(String word, @Nullable List<@Nullable E> sent) {
        if (sent == null || sent.isEmpty()) {
            throw new Refusal(new Problem.Missing(word));
        }
        return sent;
    }

    record Season(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar season) {

        V1Item.OfShow show() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    record Episodes(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable List<@Nullable Numbered> episodes) {

        V1Item.OfShow show() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }

        List<@Nullable Numbered> all() {
            return V1Sent.needed("episodes", episodes);
        }
    }

    /// An episode, told by its numbers inside a body that names the show once.
    record Numbered(
            @Nullable Scalar season,
            @Nullable Scalar episode,
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar episode_tvdb_id,
            @Nullable Scalar episode_imdb_id,
            @Nullable Scalar episode_tmdb_id) {

        V1Item.OfEpisode of(V1Item.OfShow show) {
            return new V1Item.OfEpisode(
                    show,
                    season,
                    episode,
                    new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id)
                            .or(new V1Item.EpisodeIds(tvdb_id, imdb_id, tmdb_id).beside(show)));
        }
    }
}
