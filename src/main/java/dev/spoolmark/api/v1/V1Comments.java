package dev.spoolmark.api.v1;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentFilter;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.comment.Saying;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The comments on a thing in v1 answers, newest first (`conventions.md` 9.9). What somebody says is public; who they
/// are and how they rated it only for those who may see them.
final class V1Comments {

    private final Comments comments;
    private final V1Faces faces;
    private final Ratings ratings;

    V1Comments(Comments comments, V1Faces faces, Ratings ratings) {
        this.comments = comments;
        this.faces = faces;
        this.ratings = ratings;
    }

    /// All comments, or those of the `type` that the call names.
    Reply on(MediaId item, Call<?> call) {
        CommentFilter filter = switch (call.argument("type").orElse("all")) {
            case "shouts" -> CommentFilter.SHOUTS;
            case "reviews" -> CommentFilter.REVIEWS;
            default -> CommentFilter.ALL;
        };
        return V1Stream.array(comments.on(item, filter), wanted -> {
            List<Comment> page = comments.read(item, wanted);
            V1Faces.Page faces = authors(call, page);
            Map<UserId, Score> scores = ratings.of(faces.sights().values(), item);
            return told(page, faces, (comment, user) -> comment(comment, user, scores.get(comment.author())));
        });
    }

    /// Shouts in the form of 2011.
    Reply shoutsOn(MediaId item, Call<?> call) {
        return V1Stream.array(comments.on(item, CommentFilter.SHOUTS), wanted -> {
            List<Comment> page = comments.read(item, wanted);
            return told(page, authors(call, page), V1Comments::shout);
        });
    }

    private V1Faces.Page authors(Call<?> call, List<Comment> page) {
        return faces.of(call, page.stream().map(Comment::author).collect(Collectors.toSet()));
    }

    /// Whoever is gone took their words along.
    private static List<V1Object> told(
            List<Comment> page, V1Faces.Page faces, BiFunction<Comment, V1Object, V1Object> made) {
        return page.stream()
                .flatMap(comment -> faces.face(comment.author()).map(user -> made.apply(comment, user)).stream())
                .toList();
    }

    private static V1Object comment(Comment comment, V1Object user, @Nullable Score score) {
        Saying saying = comment.saying();
        return new V1Object()
                .put("id", comment.id().value())
                .put("inserted", V1Times.seconds(comment.at()))
                .put("text", saying.text())
                .put("text_html", V1Html.of(saying.text()))
                .put("spoiler", saying.spoiler())
                .put("type", saying.review() ? "review" : "shout")
                .put("likes", comment.likes())
                .put("replies", comment.replies())
                .put("user", user)
                .put(
                        "user_ratings",
                        new V1Object()
                                .put("rating", V1Rating.word(score))
                                .put("rating_advanced", V1Rating.number(score)));
    }

    private static V1Object shout(Comment comment, V1Object user) {
        return new V1Object()
                .put("inserted", V1Times.seconds(comment.at()))
                .put("shout", comment.saying().text())
                .put("user", user);
    }
}
