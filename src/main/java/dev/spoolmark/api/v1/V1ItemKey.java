package dev.spoolmark.api.v1;

import dev.spoolmark.api.resolve.ItemRequest;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ItemRef;
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

/// The members of a body that name an item: external ids, or title and year
/// (`docs/spec/v1/conventions.md#items-in-a-body`).
public sealed interface V1ItemKey {

    ItemRef ref();

    /// @param create whether an unknown item is created
    default ItemRequest request(boolean create) {
        return new ItemRequest(ref(), create);
    }

    /// @return the members as they were sent, to name a skipped element
    JsonObject echo();

    /// @return whether no member was sent
    default boolean isEmpty() {
        return echo().isEmpty();
    }

    /// @return why it cannot be an item, whatever the catalog knows, such as a season that is not a number
    default Optional<Problem> problem() {
        return Optional.empty();
    }

    default void checkComplete() {
        problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// A title without an id names the item of its year. With an impossible year, such as 1800, it names none. A
    /// year of 0 counts as absent.
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
            Ids ids = new Ids(V1Values.textOrNull(imdbId), null, V1Values.idOrNull(tmdbId), null, null);
            MovieRef movie = new MovieRef(ids, V1Values.textOrNull(title), V1Values.numberOrNull(year));
            return V1ItemKey.hasImpossibleYear(movie.ids(), movie.year(), year) ? MovieRef.NONE : movie;
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
            Ids ids = new Ids(V1Values.textOrNull(imdbId), V1Values.idOrNull(tvdbId), null, null, null);
            ShowRef show = new ShowRef(ids, V1Values.textOrNull(title), V1Values.numberOrNull(year));
            return V1ItemKey.hasImpossibleYear(show.ids(), show.year(), year) ? ShowRef.NONE : show;
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

    /// The ids of an episode itself. They take precedence over its numbers.
    record EpisodeIds(
            @Nullable LenientValue tvdbId,
            @Nullable LenientValue imdbId,
            @Nullable LenientValue tmdbId) {

        static final EpisodeIds NONE = new EpisodeIds(null, null, null);

        /// @return these ids, completed by the others
        public EpisodeIds or(EpisodeIds others) {
            return new EpisodeIds(
                    tvdbId == null ? others.tvdbId : tvdbId,
                    imdbId == null ? others.imdbId : imdbId,
                    tmdbId == null ? others.tmdbId : tmdbId);
        }

        /// @return these ids without those of the show, which some clients repeat in each episode
        public EpisodeIds without(OfShow show) {
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

        /// The number of no episode.
        private static final int NONE = -1;

        public OfEpisode(OfShow show, @Nullable LenientValue season, @Nullable LenientValue episode) {
            this(show, season, episode, EpisodeIds.NONE);
        }

        @Override
        public EpisodeRef ref() {
            boolean numbered = numberProblem().isEmpty();
            return new EpisodeRef(
                    show.ref(),
                    numbered ? V1Values.number(season).orElse(NONE) : NONE,
                    numbered ? V1Values.number(episode).orElse(NONE) : NONE,
                    ids.read());
        }

        @Override
        public ItemRequest request(boolean create) {
            return new ItemRequest(ref(), create, creationProblem());
        }

        /// An id can lead to the episode whatever its numbers are.
        @Override
        public Optional<Problem> problem() {
            return ids.read().isEmpty() ? numberProblem() : Optional.empty();
        }

        /// @return why no episode has these numbers
        private Optional<Problem> numberProblem() {
            return problem("season", season, ValueLimits.LAST_SEASON)
                    .or(() -> problem("episode", episode, ValueLimits.LAST_EPISODE));
        }

        /// @return why an unknown episode is not created with these numbers
        private Optional<Problem> creationProblem() {
            return problem("season", season, ValueLimits.LAST_NEW_SEASON)
                    .or(() -> problem("episode", episode, ValueLimits.LAST_NEW_EPISODE));
        }

        private static Optional<Problem> problem(String field, @Nullable LenientValue value, int last) {
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
