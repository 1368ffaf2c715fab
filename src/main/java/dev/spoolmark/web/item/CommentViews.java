package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentPage.CommentThread;
import dev.spoolmark.comment.Markup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Makes comments visible to a viewer.
///
/// @param accounts the authors; the comments of others are left out
/// @param liked those that the viewer likes
record CommentViews(Account viewer, Map<UserId, Account> accounts, Set<CommentId> liked) {

    Stream<CommentView> of(CommentThread thread) {
        List<CommentView> replies =
                thread.replies().stream().flatMap(reply -> of(reply, List.of())).toList();
        return of(thread.comment(), replies);
    }

    private Stream<CommentView> of(Comment comment, List<CommentView> replies) {
        Account author = accounts.get(comment.author());
        if (author == null) {
            return Stream.of();
        }
        boolean isOwn = author.id().equals(viewer.id());
        boolean isSpoiler = comment.content().spoiler();
        return Stream.of(new CommentView(
                comment.id().value(),
                author.name(),
                comment.at(),
                isOwn,
                isOwn ? comment.content().text() : "",
                isSpoiler,
                CommentView.version(comment.writtenAt()),
                comment.changedAt() != null,
                liked.contains(comment.id()),
                isSpoiler && !viewer.preferences().commentSpoilers(),
                comment.content().review(),
                Markup.read(comment.content().text()),
                comment.likes(),
                replies));
    }
}
