package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How a body names a thing: by foreign ids, or by title and year (`docs/spec/v1/conventions.md#items-in-a-body`).
public sealed interface V1ItemKey {

    /// How the catalogue is asked for it: equal names give equal answers.
    Object ref();

    /// The same members as they were sent, to name what was skipped.
    JsonObject echo();

    /// Whether nothing was sent that names it.
    default boolean isEmpty() {
        return echo().isEmpty();
    }

    /// Why it cannot be a thing whatever the catalogue knows, such as a season that is no number.
    default Optional<Problem> problem() {
        return Optional.empty();
    }

    default void checkComplete() {
        problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// A title without an id means exactly the one of its year: beside a year that cannot be one, such as 1800, it
    /// means nothing. A year of 0 was never given.
    private static boolean hasImpossibleYear(Ids ids, @Nullable Integer read, @Nullable LenientValue value) {
        return ids.isEmpty()
                && read == null
                && V1Values.text(value).isPresent()
                && V1Values.number(value).orElse(-1) != 0;
    }

    record OfMovie(
            @Nullable LenientValue imdbId,
            @Nullable LenientValue tmdbId,
            @Nullable LenientValue title,
            @Nullable LenientValue year)
            implements V1ItemKey {

        @Override
        public MovieRef ref() {
            MovieRef movie = new MovieRef(
                    V1Values.textOrNull(imdbId),
                    V1Values.idOrNull(tmdbId),
                    V1Values.textOrNull(title),
                    V1Values.numberOrNull(year));
            return V1ItemKey.hasImpossibleYear(movie.ids(), movie.year(), year)
                    ? new MovieRef(null, null, null, null)
                    : movie;
        }

        @Override
        public JsonObject echo() {
            return new JsonObject()
                    .put("imdb_id", imdbId)
                    .put("tmdb_id", tmdbId)
                    .put("title", title)
                    .put("year", year);
        }
    }

    record OfShow(
            @Nullable LenientValue tvdbId,
            @Nullable LenientValue imdbId,
            @Nullable LenientValue title,
            @Nullable LenientValue year)
            implements V1ItemKey {

        @Override
        public ShowRef ref() {
            ShowRef show = new ShowRef(
                    V1Values.idOrNull(tvdbId),
                    V1Values.textOrNull(imdbId),
                    V1Values.textOrNull(title),
                    V1Values.numberOrNull(year));
            return V1ItemKey.hasImpossibleYear(show.ids(), show.year(), year)
                    ? new ShowRef(null, null, null, null)
                    : show;
        }

        @Override
        public JsonObject echo() {
            return new JsonObject()
                    .put("tvdb_id", tvdbId)
                    .put("imdb_id", imdbId)
                    .put("title", title)
                    .put("year", year);
        }
    }

    /// The ids of an episode of its own, which decide before its numbers do.
    record EpisodeIds(
            @Nullable LenientValue tvdbId,
            @Nullable LenientValue imdbId,
            @Nullable LenientValue tmdbId) {

        static final EpisodeIds NONE = new EpisodeIds(null, null, null);

        /// These, and where one is absent that of the others.
        public EpisodeIds or(EpisodeIds others) {
            return new EpisodeIds(
                    tvdbId == null ? others.tvdbId : tvdbId,
                    imdbId == null ? others.imdbId : imdbId,
                    tmdbId == null ? others.tmdbId : tmdbId);
        }

        /// Those that are not the show's, which some clients repeat in each of its episodes.
        public EpisodeIds beside(OfShow show) {
            Ids own = read();
            ShowRef of = show.ref();
            return new EpisodeIds(
                    own.tvdb() != null && own.tvdb().equals(of.ids().tvdb()) ? null : tvdbId,
                    own.imdb() != null && own.imdb().equals(of.ids().imdb()) ? null : imdbId,
                    tmdbId);
        }

        Ids read() {
            return new Ids(
                    V1Values.textOrNull(imdbId), V1Values.idOrNull(tvdbId), V1Values.idOrNull(tmdbId), null, null);
        }
    }

    record OfEpisode(
            OfShow show,
            @Nullable LenientValue season,
            @Nullable LenientValue episode,
            EpisodeIds ids) implements V1ItemKey {

        /// No episode has this number.
        private static final int NONE = -1;

        public OfEpisode(OfShow show, @Nullable LenientValue season, @Nullable LenientValue episode) {
            this(show, season, episode, EpisodeIds.NONE);
        }

        /// Only where [#problem] finds none.
        @Override
        public EpisodeRef ref() {
            boolean numbered = numberFlaw().isEmpty();
            return new EpisodeRef(
                    show.ref(),
                    numbered ? V1Values.number(season).orElse(NONE) : NONE,
                    numbered ? V1Values.number(episode).orElse(NONE) : NONE,
                    ids.read());
        }

        /// An id may lead to the episode whatever its numbers are.
        @Override
        public Optional<Problem> problem() {
            return ids.read().isEmpty() ? numberFlaw() : Optional.empty();
        }

        /// Why no episode has these numbers.
        private Optional<Problem> numberFlaw() {
            return flaw("season", season, ValueLimits.LAST_SEASON)
                    .or(() -> flaw("episode", episode, ValueLimits.LAST_EPISODE));
        }

        /// Why an episode that is not known is not kept with these numbers.
        Optional<Problem> absurdity() {
            return flaw("season", season, ValueLimits.LAST_NEW_SEASON)
                    .or(() -> flaw("episode", episode, ValueLimits.LAST_NEW_EPISODE));
        }

        private static Optional<Problem> flaw(String field, @Nullable LenientValue value, int last) {
            if (V1Values.text(value).isEmpty()) {
                return Optional.of(new Problem.Missing(field));
            }
            OptionalInt number = V1Values.number(value);
            return number.isPresent() && number.getAsInt() >= 0 && number.getAsInt() <= last
                    ? Optional.empty()
                    : Optional.of(new Problem.Invalid(field));
        }

        @Override
        public JsonObject echo() {
            return show.echo().put("season", season).put("episode", episode);
        }
    }
}
