package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import org.jspecify.annotations.Nullable;

/// `comment/*` and the older `shout/*`: comments on an item.
public final class CommentMethods {

    private final Comments comments;
    private final V1ItemResolver items;

    public CommentMethods(Comments comments, V1ItemResolver items) {
        this.comments = comments;
        this.items = items;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable commenting = v1.withTrait(MethodTrait.COMMENTING);
        commenting.post("/comment/episode/{apikey}", SIGNED_IN, OWN, EpisodeComment.class, this::comment);
        commenting.post("/comment/movie/{apikey}", SIGNED_IN, OWN, MovieComment.class, this::comment);
        commenting.post("/comment/show/{apikey}", SIGNED_IN, OWN, ShowComment.class, this::comment);
        commenting.post("/shout/episode/{apikey}", SIGNED_IN, OWN, EpisodeComment.class, this::shout);
        commenting.post("/shout/movie/{apikey}", SIGNED_IN, OWN, MovieComment.class, this::shout);
        commenting.post("/shout/show/{apikey}", SIGNED_IN, OWN, ShowComment.class, this::shout);
    }

    /// A body: an item and a text. A shout is never a review.
    sealed interface CommentBody permits EpisodeComment, MovieComment, ShowComment {

        V1ItemKey item();

        @Nullable
        LenientValue comment();

        @Nullable
        LenientValue shout();

        @Nullable
        LenientValue spoiler();

        @Nullable
        LenientValue review();
    }

    // POST comment/episode, POST shout/episode

    record EpisodeComment(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue season,
            @Nullable LenientValue episode,
            @Nullable LenientValue episode_tvdb_id,
            @Nullable LenientValue episode_imdb_id,
            @Nullable LenientValue episode_tmdb_id,
            @Nullable LenientValue comment,
            @Nullable LenientValue shout,
            @Nullable LenientValue spoiler,
            @Nullable LenientValue review)
            implements CommentBody {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfEpisode(
                    new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year),
                    season,
                    episode,
                    new V1ItemKey.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
        }
    }

    // POST comment/movie, POST shout/movie

    record MovieComment(
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue comment,
            @Nullable LenientValue shout,
            @Nullable LenientValue spoiler,
            @Nullable LenientValue review)
            implements CommentBody {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfMovie(imdb_id, tmdb_id, title, year);
        }
    }

    // POST comment/show, POST shout/show

    record ShowComment(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue comment,
            @Nullable LenientValue shout,
            @Nullable LenientValue spoiler,
            @Nullable LenientValue review)
            implements CommentBody {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    // Shared

    private Response comment(Call<? extends CommentBody> call) {
        CommentBody body = call.body();
        return add(call, addTo(body, "comment", body.comment(), V1Values.isTrue(body.review())));
    }

    private Response shout(Call<? extends CommentBody> call) {
        CommentBody body = call.body();
        return add(call, addTo(body, "shout", body.shout(), false));
    }

    private static CommentText addTo(CommentBody body, String field, @Nullable LenientValue value, boolean asReview) {
        String text = V1Values.text(value)
                .orElseThrow(() -> new ProblemException(new Problem.NotAllowed(field + " is required")));
        return CommentText.of(text, V1Values.isTrue(body.spoiler()), asReview);
    }

    private Response add(Call<? extends CommentBody> call, CommentText text) {
        MediaId item = found(call, call.body().item());
        comments.add(call.userId(), item, text);
        return V1Responses.success((text.review() ? "review" : "shout") + " added to " + items.name(item));
    }

    /// PyTrakt 0.3 sends comments on movies to `comment/episode`, without season and episode: like all requests
    /// without these, they get "not found" (`docs/spec/v1/comment.md#commentepisode`).
    private MediaId found(Call<?> call, V1ItemKey item) {
        item.problem().filter(Problem.Missing.class::isInstance).ifPresent(missing -> {
            throw new ProblemException(items.missing(call, item, false));
        });
        item.checkComplete();
        return items.get(call, item, true);
    }
}
