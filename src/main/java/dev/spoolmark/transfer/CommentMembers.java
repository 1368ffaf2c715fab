package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentLike;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.comment.WrittenComment;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The members about comments.
final class CommentMembers {

    private final Comments comments;
    private final Ratings ratings;
    private final ItemObjects items;
    private final ProfileView self;

    CommentMembers(ExportSources sources, ItemObjects items, ProfileView self) {
        this.comments = sources.comments();
        this.ratings = sources.ratings();
        this.items = items;
        this.self = self;
    }

    /// @return the number of comments and replies
    long write(ExportArchive archive) {
        long count = 0;
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE)) {
            count += archive.<WrittenComment>array(
                    "comments-" + kind.key() + "s",
                    (after, max) -> comments.page(self, kind, after, max),
                    this::comments);
        }
        archive.emptyArray("comments-lists");
        return count;
    }

    void writeLikes(ExportArchive archive) {
        archive.<CommentLike>array("likes-comments", (after, max) -> comments.likes(self, after, max), this::likes);
        archive.emptyArray("likes-lists");
    }

    private List<JsonObject> comments(List<WrittenComment> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(WrittenComment::item));
        Map<MediaId, Score> scores = ratings.of(
                self, rows.stream().map(WrittenComment::item).distinct().toList());
        return rows.stream()
                .map(row -> page.describe(new JsonObject(), row.item())
                        .put("comment", comment(row, scores.get(row.item()))))
                .toList();
    }

    private JsonObject comment(WrittenComment row, @Nullable Score score) {
        Comment comment = row.comment();
        CommentId parent = row.parent();
        Integer rating = score == null ? null : score.value();
        return new JsonObject()
                .put("id", comment.id().value())
                .put("parent_id", parent == null ? 0 : parent.value())
                .put("created_at", ExportTime.of(comment.at()))
                .put("updated_at", ExportTime.of(comment.writtenAt()))
                .put("comment", comment.content().text())
                .put("spoiler", comment.content().spoiler())
                .put("review", comment.content().review())
                .put("replies", comment.replies())
                .put("likes", comment.likes())
                .putNullable("language", null)
                .putNullable("user_rating", rating)
                .put("user_stats", new JsonObject().putNullable("rating", rating))
                .put("user", UserObjects.user(self.account()));
    }

    /// Without text and author of the comment, which are data of another user.
    private List<JsonObject> likes(List<CommentLike> rows) {
        ItemObjects.Page page = items.page(rows.stream().flatMap(row -> Stream.ofNullable(row.item())));
        return rows.stream()
                .map(row -> {
                    JsonObject comment =
                            new JsonObject().put("id", row.comment().value());
                    MediaId item = row.item();
                    JsonObject like = new JsonObject()
                            .put("liked_at", ExportTime.of(row.likedAt()))
                            .put("type", "comment")
                            .put("comment", comment);
                    return item == null ? like : page.putItem(like, item);
                })
                .toList();
    }
}
