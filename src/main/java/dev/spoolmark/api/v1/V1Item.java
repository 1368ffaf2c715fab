package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Scalar;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How a body names a thing: by foreign ids, or by title and year (`conventions.md` 5.2, `show.md` 0.4).
sealed interface V1Item {

    /// How the catalogue is asked for it: equal names give equal answers.
    Object ref();

    /// The same members as they were sent, to name what was skipped.
    V1Object echo();

    /// Whether nothing was sent that names it.
    default boolean isEmpty() {
        return echo().isEmpty();
    }

    /// Why it cannot be a thing whatever the catalogue knows, such as a season that is no number.
    default Optional<Problem> flaw() {
        return Optional.empty();
    }

    default void checkComplete() {
        flaw().ifPresent(problem -> {
            throw new Refusal(problem);
        });
    }

    /// A title without an id means exactly the one of its year: beside a year that cannot be one, such as 1800, it
    /// means nothing. A year of 0 was never given.
    private static boolean isOfNoYear(Ids ids, @Nullable Integer read, @Nullable Scalar sent) {
        return ids.isEmpty()
                && read == null
                && V1Values.text(sent).isPresent()
                && V1Values.number(sent).orElse(-1) != 0;
    }

    record OfMovie(
            @Nullable Scalar imdbId,
            @Nullable Scalar tmdbId,
            @Nullable Scalar title,
            @Nullable Scalar year) implements V1Item {

        @Override
        public MovieRef ref() {
            MovieRef movie = new MovieRef(
                    V1Values.textOrNull(imdbId),
                    V1Values.idOrNull(tmdbId),
                    V1Values.textOrNull(title),
                    V1Values.numberOrNull(year));
            return V1Item.isOfNoYear(movie.ids(), movie.year(), year) ? new MovieRef(null, null, null, null) : movie;
        }

        @Override
        public V1Object echo() {
            return new V1Object()
                    .put("imdb_id", imdbId)
                    .put("tmdb_id", tmdbId)
                    .put("title", title)
                    .put("year", year);
        }
    }

    record OfShow(
            @Nullable Scalar tvdbId,
            @Nullable Scalar imdbId,
            @Nullable Scalar title,
            @Nullable Scalar year) implements V1Item {

        @Override
        public ShowRef ref() {
            ShowRef show = new ShowRef(
                    V1Values.idOrNull(tvdbId),
                    V1Values.textOrNull(imdbId),
                    V1Values.textOrNull(title),
                    V1Values.numberOrNull(year));
            return V1Item.isOfNoYear(show.ids(), show.year(), year) ? new ShowRef(null, null, null, null) : show;
        }

        @Override
        public V1Object echo() {
            return new V1Object()
                    .put("tvdb_id", tvdbId)
                    .put("imdb_id", imdbId)
                    .put("title", title)
                    .put("year", year);
        }
    }

    /// The ids of an episode of its own, which decide before its numbers do.
    record EpisodeIds(
            @Nullable Scalar tvdbId,
            @Nullable Scalar imdbId,
            @Nullable Scalar tmdbId) {

        static final EpisodeIds NONE = new EpisodeIds(null, null, null);

        /// These, and where one is absent that of the others.
        EpisodeIds or(EpisodeIds others) {
            return new EpisodeIds(
                    tvdbId == null ? others.tvdbId : tvdbId,
                    imdbId == null ? others.imdbId : imdbId,
                    tmdbId == null ? others.tmdbId : tmdbId);
        }

        /// Those that are not the show's, which some clients repeat in each of its episodes.
        EpisodeIds beside(OfShow show) {
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
            OfShow show, @Nullable Scalar season, @Nullable Scalar episode, EpisodeIds ids) implements V1Item {

        /// No episode has this number.
        private static final int NONE = -1;

        OfEpisode(OfShow show, @Nullable Scalar season, @Nullable Scalar episode) {
            this(show, season, episode, EpisodeIds.NONE);
        }

        /// Only where [#flaw] finds none.
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
        public Optional<Problem> flaw() {
            return ids.read().isEmpty() ? numberFlaw() : Optional.empty();
        }

        /// Why no episode has these numbers.
        private Optional<Problem> numberFlaw() {
            return flaw("season", season, Bounds.LAST_SEASON).or(() -> flaw("episode", episode, Bounds.LAST_EPISODE));
        }

        /// Why an episode that is not known is not kept with these numbers.
        Optional<Problem> absurdity() {
            return flaw("season", season, Bounds.LAST_NEW_SEASON)
                    .or(() -> flaw("episode", episode, Bounds.LAST_NEW_EPISODE));
        }

        private static Optional<Problem> flaw(String field, @Nullable Scalar value, int last) {
            if (V1Values.text(value).isEmpty()) {
                return Optional.of(new Problem.Missing(field));
            }
            OptionalInt number = V1Values.number(value);
            return number.isPresent() && number.getAsInt() >= 0 && number.getAsInt() <= last
                    ? Optional.empty()
                    : Optional.of(new Problem.Invalid(field));
        }

        @Override
        public V1Object echo() {
            return show.echo().put("season", season).put("episode", episode);
        }
    }
}
