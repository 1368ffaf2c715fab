package dev.spoolmark.api.v1;

import dev.spoolmark.wire.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bodies that name movies, shows or episodes and say no more about them: libraries and watchlists. What clients
/// add
/// (`last_played`, `plays`, versions of their own) has no meaning there and is dropped.
sealed interface V1Sent {

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

    record Movies(@Nullable List<@Nullable OfMovie> movies) {

        List<@Nullable OfMovie> all() {
            return movies == null ? List.of() : movies;
        }
    }

    record Shows(@Nullable List<@Nullable OfShow> shows) {

        List<@Nullable OfShow> all() {
            return shows == null ? List.of() : shows;
        }
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
            return episodes == null ? List.of() : episodes;
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
