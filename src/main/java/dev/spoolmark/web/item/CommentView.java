package dev.spoolmark.web.item;

import dev.spoolmark.comment.MarkupNode;
import java.time.Instant;
import java.util.List;

/// A comment on a page.
///
/// @param author the user name
/// @param isOwn whether the viewer has written it
/// @param source the text with its markup; empty unless it is an own one
/// @param isSpoiler whether the author says that the whole text is a spoiler
/// @param version of the text, for forms
/// @param isChanged whether the author has changed it
/// @param isLiked whether the viewer likes it
/// @param isCovered whether the text is hidden until the reader opens it
/// @param replies oldest first; empty for a reply
public record CommentView(
        long id,
        String author,
        Instant at,
        boolean isOwn,
        String source,
        boolean isSpoiler,
        String version,
        boolean isChanged,
        boolean isLiked,
        boolean isCovered,
        boolean isReview,
        List<MarkupNode> text,
        int likes,
        List<CommentView> replies) {

    public CommentView {
        text = List.copyOf(text);
        replies = List.copyOf(replies);
    }

    static String version(Instant writtenAt) {
        return Long.toString(writtenAt.toEpochMilli());
    }
}
