package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.comment.Saying;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import org.jspecify.annotations.Nullable;

/// `comment/*` and the older `shout/*`: what people say about a thing.
final class CommentMethods {

    private final Comments comments;
    private final V1Items items;

    CommentMethods(Comments comments, V1Items items) {
        this.comments = comments;
        this.items = items;
    }

    void declare(Methods v1) {
        v1.post("/comment/episode/{apikey}", SIGNED_IN, OWN, OnEpisode.class, this::comment);
        v1.post("/comment/movie/{apikey}", SIGNED_IN, OWN, OnMovie.class, this::comment);
        v1.post("/comment/show/{apikey}", SIGNED_IN, OWN, OnShow.class, this::comment);
        v1.post("/shout/episode/{apikey}", SIGNED_IN, OWN, OnEpisode.class, this::shout);
        v1.post("/shout/movie/{apikey}", SIGNED_IN, OWN, OnMovie.class, this::shout);
        v1.post("/shout/show/{apikey}", SIGNED_IN, OWN, OnShow.class, this::shout);
    }

    /// What one of these bodies says: a thing, and words about it. A shout is never a review.
    sealed interface Sent permits OnEpisode, OnMovie, OnShow {

        V1Item item();

        @Nullable
        Scalar comment();

        @Nullable
        Scalar shout();

        @Nullable
        Scalar spoiler();

        @Nullable
        Scalar review();
    }

    // POST comment/episode, POST shout/episode

    record OnEpisode(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar season,
            @Nullable Scalar episode,
            @Nullable Scalar episode_tvdb_id,
            @Nullable Scalar episode_imdb_id,
            @Nullable Scalar episode_tmdb_id,
            @Nullable Scalar comment,
            @Nullable Scalar shout,
            @Nullable Scalar spoiler,
            @Nullable Scalar review)
            implements Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfEpisode(
                    new V1Item.OfShow(tvdb_id, imdb_id, title, year),
                    season,
                    episode,
                    new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
        }
    }

    // POST comment/movie, POST shout/movie

    record OnMovie(
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar comment,
            @Nullable Scalar shout,
            @Nullable Scalar spoiler,
            @Nullable Scalar review)
            implements Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfMovie(imdb_id, tmdb_id, title, year);
        }
    }

    // POST comment/show, POST shout/show

    record OnShow(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar comment,
            @Nullable Scalar shout,
            @Nullable Scalar spoiler,
            @Nullable Scalar review)
            implements Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    // What they have in common

    private Reply comment(Call<? extends Sent> call) {
        Sent sent = call.body();
        return say(call, saying(sent, "comment", sent.comment(), V1Values.isYes(sent.review())));
    }

    private Reply shout(Call<? extends Sent> call) {
        Sent sent = call.body();
        return say(call, saying(sent, "shout", sent.shout(), false));
    }

    private static Saying saying(Sent sent, String field, @Nullable Scalar words, boolean asReview) {
        String text =
                V1Values.text(words).orElseThrow(() -> new Refusal(new Problem.NotAllowed(field + " is required")));
        return Saying.of(text, V1Values.isYes(sent.spoiler()), asReview);
    }

    private Reply say(Call<? extends Sent> call, Saying saying) {
        MediaId item = found(call, call.body().item());
        comments.say(call.user(), item, saying);
        return V1Words.success((saying.review() ? "review" : "shout") + " added to " + items.name(item));
    }

    /// PyTrakt 0.3 posts its movie comments to `comment/episode`, without season and episode: to it, and to whoever
    /// else leaves them out, there is no such thing (`comment.md`).
    private MediaId found(Call<?> call, V1Item item) {
        item.flaw().filter(Problem.Missing.class::isInstance).ifPresent(missing -> {
            throw new Refusal(items.missing(call, item, false));
        });
        item.checkComplete();
        return items.get(call, item, true);
    }
}
