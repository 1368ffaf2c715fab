package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.wire.Scalar;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing as a client puts it on a list: its type, and what such a thing is known by (`lists.md`).
record V1ListItem(
        @Nullable Scalar type,
        @Nullable Scalar imdb_id,
        @Nullable Scalar tmdb_id,
        @Nullable Scalar tvdb_id,
        @Nullable Scalar title,
        @Nullable Scalar year,
        @Nullable Scalar season,
        @Nullable Scalar episode,
        @Nullable Scalar episode_tvdb_id,
        @Nullable Scalar episode_imdb_id,
        @Nullable Scalar episode_tmdb_id) {

    private static final Scalar FIRST = new Scalar("1", false);

    String word() {
        return V1Values.text(type).orElse("").toLowerCase(Locale.ROOT);
    }

    boolean isSeason() {
        return word().equals("season");
    }

    /// What it names; for a season its show. Only where [#flaw] finds none.
    V1Item item() {
        return switch (word()) {
            case "movie" -> new V1Item.OfMovie(imdb_id, tmdb_id, title, year);
            case "episode" ->
                new V1Item.OfEpisode(
                        show(),
                        season,
                        episode,
                        new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
            default -> show();
        };
    }

    V1Item.OfShow show() {
        return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
    }

    int seasonNumber() {
        return V1Values.number(season).orElseThrow();
    }

    /// Why it can be nothing, whatever the catalogue knows.
    Optional<Problem> flaw() {
        return switch (word()) {
            case "movie", "show" -> Optional.empty();
            case "season" -> new V1Item.OfEpisode(show(), season, FIRST).flaw();
            case "episode" -> item().flaw();
            case "" -> Optional.of(new Problem.Missing("type"));
            default -> Optional.of(new Problem.Invalid("type"));
        };
    }

    /// The members as they were sent, to name what was skipped.
    V1Object echo() {
        return new V1Object()
                .put("type", type)
                .put("imdb_id", imdb_id)
                .put("tmdb_id", tmdb_id)
                .put("tvdb_id", tvdb_id)
                .put("title", title)
                .put("year", year)
                .put("season", season)
                .put("episode", episode);
    }
}
