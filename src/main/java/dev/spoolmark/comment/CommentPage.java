package dev.spoolmark.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Some comments about an item with their replies.
///
/// @param threads newest first
/// @param next the last comment of this page if there are more
public record CommentPage(List<CommentThread> threads, Optional<CommentId> next) {

    private static final long NO_PARENT = 0;
    private static final Comparator<Comment> NEWEST_FIRST = Comparator.comparing(Comment::at)
            .thenComparingLong(comment -> comment.id().value())
            .reversed();

    public CommentPage {
        threads = List.copyOf(threads);
    }

    /// A comment with its replies, oldest first.
    public record CommentThread(Comment comment, List<Comment> replies) {

        public CommentThread {
            replies = List.copyOf(replies);
        }
    }

    /// @param rows comments with the id of their parent, 0 for none; may hold one comment more than a page has
    static CommentPage of(List<Map.Entry<Long, Comment>> rows, int size) {
        Map<Long, List<Comment>> byParent = new LinkedHashMap<>();
        rows.forEach(row -> byParent.computeIfAbsent(row.getKey(), parent -> new ArrayList<>())
                .add(row.getValue()));
        List<Comment> comments = byParent.getOrDefault(NO_PARENT, List.of()).stream()
                .sorted(NEWEST_FIRST)
                .toList();
        List<Comment> shown = comments.subList(0, Math.min(size, comments.size()));
        return new CommentPage(
                shown.stream()
                        .map(comment -> new CommentThread(
                                comment, byParent.getOrDefault(comment.id().value(), List.of())))
                        .toList(),
                comments.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }
}
