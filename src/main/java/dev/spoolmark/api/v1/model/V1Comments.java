package dev.spoolmark.api.v1.model;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.api.v1.V1VisibleUsers;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentFilter;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The comments on an item in responses, newest first (`docs/spec/v1/conventions.md#comment`). The text of a
/// comment is public; profile and rating of its author only if the caller may see them.
public final class V1Comments {

    private final Comments comments;
    private final V1VisibleUsers visibleUsers;
    private final Ratings ratings;

    public V1Comments(Comments comments, V1VisibleUsers visibleUsers, Ratings ratings) {
        this.comments = comments;
        this.visibleUsers = visibleUsers;
        this.ratings = ratings;
    }

    /// All comments, or those of the requested `type`.
    public Response on(MediaId item, Call<?> call) {
        CommentFilter filter = switch (call.argument("type").orElse("all")) {
            case "shouts" -> CommentFilter.SHOUTS;
            case "reviews" -> CommentFilter.REVIEWS;
            default -> CommentFilter.ALL;
        };
        return StreamedJsonArray.array(comments.on(item, filter), requested -> {
            List<Comment> page = comments.read(item, requested);
            V1VisibleUsers.Page users = authors(call, page);
            Map<UserId, Score> scores = ratings.of(users.showing(ProfileSection.RATINGS), item);
            return toJson(page, users, (comment, user) -> comment(comment, user, scores.get(comment.author())));
        });
    }

    /// Shouts in the form of 2011.
    public Response shoutsOn(MediaId item, Call<?> call) {
        return StreamedJsonArray.array(comments.on(item, CommentFilter.SHOUTS), requested -> {
            List<Comment> page = comments.read(item, requested);
            return toJson(page, authors(call, page), V1Comments::shout);
        });
    }

    private V1VisibleUsers.Page authors(Call<?> call, List<Comment> page) {
        return visibleUsers.of(call, page.stream().map(Comment::author).collect(Collectors.toSet()));
    }

    /// Comments of deleted users are left out.
    private static List<JsonObject> toJson(
            List<Comment> page, V1VisibleUsers.Page users, BiFunction<Comment, JsonObject, JsonObject> made) {
        return page.stream()
                .flatMap(comment -> users.user(comment.author()).map(user -> made.apply(comment, user)).stream())
                .toList();
    }

    private static JsonObject comment(Comment comment, JsonObject user, @Nullable Score score) {
        CommentText text = comment.content();
        return new JsonObject()
                .put("id", comment.id().value())
                .put("inserted", V1Times.seconds(comment.at()))
                .put("text", text.text())
                .put("text_html", V1Html.of(text.text()))
                .put("spoiler", text.spoiler())
                .put("type", text.review() ? "review" : "shout")
                .put("likes", comment.likes())
                .put("replies", comment.replies())
                .put("user", user)
                .put(
                        "user_ratings",
                        new JsonObject()
                                .put("rating", V1Rating.loveOrHate(score))
                                .put("rating_advanced", V1Rating.number(score)));
    }

    private static JsonObject shout(Comment comment, JsonObject user) {
        return new JsonObject()
                .put("inserted", V1Times.seconds(comment.at()))
                .put("shout", comment.content().text())
                .put("user", user);
    }
}
