package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.List;

/// The forms for comments, replies and likes.
final class CommentActions {

    private final ItemPageFeatures features;
    private final TrackedItems items;

    CommentActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.post("/track/comment", PageAccess.SIGNED_IN, request -> request.waiting(() -> comment(request)))
                .post("/track/like", PageAccess.SIGNED_IN, request -> request.waiting(() -> like(request)));
    }

    /// A text of at least 200 words is a review. With the field `reply_to` it is a reply.
    private Response comment(PageRequest request) {
        Form form = request.form();
        TrackedItem item = items.ofForm(request);
        String text = WrittenText.lines(form.text("text"));
        if (item instanceof TrackedItem.OfSeason
                || text.isEmpty()
                || text.codePointCount(0, text.length()) > ValueLimits.COMMENT) {
            return ReturnPath.withNotice(request, "warn_comment");
        }
        UserId user = request.account().id();
        CommentText content = CommentText.of(text, form.isChecked("spoiler"), true);
        String parent = form.text("reply_to");
        if (parent.isEmpty()) {
            features.comments().add(user, item.id(), content);
        } else {
            features.comments().reply(user, item.id(), comment(parent), content);
        }
        return ReturnPath.withNotice(request, "commented");
    }

    private Response like(PageRequest request) {
        MediaId item = items.ofForm(request).id();
        CommentId comment = comment(request.form().text("comment"));
        if (features.comments().read(item, List.of(comment)).isEmpty()) {
            throw TrackedItems.notFound();
        }
        features.comments().like(request.account().id(), comment);
        return ReturnPath.withNotice(request, "liked");
    }

    private static CommentId comment(String id) {
        return ItemFormKeys.id(id).map(CommentId::new).orElseThrow(TrackedItems::notFound);
    }
}
