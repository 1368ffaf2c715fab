package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentChange;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import dev.spoolmark.web.UndoToken.Change;
import dev.spoolmark.web.form.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The forms for comments, replies and likes.
final class CommentActions {

    private static final String TITLE = "comments.yours";

    private final ItemPageFeatures features;
    private final TrackedItems items;

    CommentActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.post("/track/comment", PageAccess.SIGNED_IN, request -> request.waiting(() -> add(request)))
                .post("/track/comment/edit", PageAccess.SIGNED_IN, request -> request.waiting(() -> change(request)))
                .post("/track/comment/delete", PageAccess.SIGNED_IN, request -> request.waiting(() -> delete(request)))
                .post("/track/like", PageAccess.SIGNED_IN, request -> request.waiting(() -> like(request)));
    }

    /// A text of at least 200 words is a review. With the field `reply_to` it is a reply.
    private Response add(PageRequest request) {
        MediaId item = item(request);
        Optional<CommentText> content = content(request);
        if (content.isEmpty()) {
            return EditedTextPage.invalid(
                    request, TITLE, EditedTextPage.fields(request, "item", "back", "reply_to"), true);
        }
        UserId user = request.account().id();
        String parent = request.form().text("reply_to");
        if (parent.isEmpty()) {
            features.comments().add(user, item, content.get());
        } else {
            features.comments().reply(user, item, comment(parent), content.get());
        }
        return ReturnPath.withNotice(request, "commented");
    }

    /// The field `version` is that of the text that the page has shown.
    private Response change(PageRequest request) {
        MediaId item = item(request);
        CommentId comment = comment(request.form().text("comment"));
        Instant seen = ItemFormKeys.id(request.form().text("version"))
                .map(Instant::ofEpochMilli)
                .orElseThrow(TrackedItems::notFound);
        Optional<CommentText> content = content(request);
        if (content.isEmpty()) {
            return EditedTextPage.invalid(
                    request, TITLE, EditedTextPage.fields(request, "item", "back", "comment", "version"), true);
        }
        CommentChange change =
                features.comments().edits().change(request.account().id(), item, comment, content.get(), seen);
        return change.isDone()
                ? ReturnPath.withNotice(request, "commented")
                : EditedTextPage.changed(
                        request,
                        TITLE,
                        EditedTextPage.fields(request, "item", "back", "comment"),
                        change.stored().map(stored -> stored.content().text()).orElse(""),
                        CommentView.version(
                                change.stored().map(Comment::writtenAt).orElse(seen)),
                        true);
    }

    private Response delete(PageRequest request) {
        MediaId item = item(request);
        CommentId comment = comment(request.form().text("comment"));
        try {
            return features.comments()
                    .edits()
                    .delete(request.account().id(), item, comment)
                    .map(at -> ReturnPath.withUndo(request, new UndoToken(Change.COMMENT, item, at, 0)))
                    .orElseGet(() -> ReturnPath.withNotice(request, "warn_nothing_to_undo"));
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.NotAllowed) {
                return ReturnPath.withNotice(request, "warn_comment_answered");
            }
            throw rejected;
        }
    }

    /// The field `on` is 0 to take a like back.
    private Response like(PageRequest request) {
        MediaId item = item(request);
        CommentId comment = comment(request.form().text("comment"));
        if (features.comments().read(item, List.of(comment)).isEmpty()) {
            throw TrackedItems.notFound();
        }
        UserId user = request.account().id();
        if (request.form().text("on").equals("0")) {
            features.comments().unlike(user, comment);
            return ReturnPath.withNotice(request, "unliked");
        }
        features.comments().like(user, comment);
        return ReturnPath.withNotice(request, "liked");
    }

    /// The text that was sent; empty and an error if it cannot be a comment.
    private static Optional<CommentText> content(PageRequest request) {
        Form form = request.form();
        String text = WrittenText.lines(form.raw("text"));
        if (text.isEmpty()) {
            form.error("text", "form.required");
        } else if (text.codePointCount(0, text.length()) > ValueLimits.COMMENT) {
            form.error("text", "form.too_long", ValueLimits.COMMENT);
        }
        return form.hasErrors() ? Optional.empty() : Optional.of(CommentText.of(text, form.isChecked("spoiler"), true));
    }

    /// An item that can have comments.
    private MediaId item(PageRequest request) {
        TrackedItem item = items.ofForm(request);
        if (item instanceof TrackedItem.OfSeason) {
            throw TrackedItems.notFound();
        }
        return item.id();
    }

    private static CommentId comment(String id) {
        return ItemFormKeys.id(id).map(CommentId::new).orElseThrow(TrackedItems::notFound);
    }
}
