package dev.spoolmark.web.item;

import dev.spoolmark.comment.MarkupNode;
import java.time.Instant;
import java.util.List;

/// A comment on a page.
///
/// @param author the user name
/// @param isCovered whether the text is hidden until the reader opens it
/// @param replies oldest first; empty for a reply
public record CommentView(
        long id,
        String author,
        Instant at,
        boolean isCovered,
        boolean isReview,
        List<MarkupNode> text,
        int likes,
        List<CommentView> replies) {

    public CommentView {
        text = List.copyOf(text);
        replies = List.copyOf(replies);
    }
}
