package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentPage;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.web.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The comments on the page of an item. Texts are public; of the author only the name is shown, which is all that
/// everybody may see of a protected user (`docs/security.md#visibility`).
///
/// @param key names the item in forms
/// @param next query of the next page; empty if this is the last
/// @param longest the maximum number of characters of a comment
public record CommentSection(String key, List<CommentView> comments, String next, int longest) {

    /// Comments of a page, without replies.
    static final int SIZE = 20;

    public CommentSection {
        comments = List.copyOf(comments);
    }

    /// Reads the page that the query names.
    static CommentSection of(ItemPageFeatures features, PageRequest request, MediaId item) {
        CommentId after = request.query("comments")
                .flatMap(ItemFormKeys::id)
                .map(CommentId::new)
                .orElse(null);
        CommentPage page = features.comments().page(item, after, SIZE);
        List<Comment> all = page.threads().stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.comment()), thread.replies().stream()))
                .toList();
        Map<UserId, Account> accounts =
                features.accounts().all(all.stream().map(Comment::author).collect(Collectors.toSet()));
        Set<CommentId> liked = features.comments()
                .liked(
                        features.access().self(request.account()),
                        all.stream()
                                .filter(comment -> comment.likes() > 0)
                                .map(Comment::id)
                                .toList());
        CommentViews views = new CommentViews(request.account(), accounts, liked);
        String next = page.next().map(last -> "?comments=" + last.value()).orElse("");
        return new CommentSection(
                ItemFormKeys.of(item),
                page.threads().stream().flatMap(views::of).toList(),
                next,
                ValueLimits.COMMENT);
    }
}
